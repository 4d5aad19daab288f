import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { AwsFiles } from "./aws-files.ts";
import { type AwsList, openAwsList } from "./aws-list.ts";
import { ImportedPrices } from "./imported-prices.ts";
import { readLock } from "./lock/lock-file.ts";
import { openLockedList } from "./lock/locked-list.ts";

/** The list in use: what was imported into a folder, before what comes with rackrate. The folder need not exist. */
export const openListInUse = (importFolder: string): AwsList =>
  openAwsList(new AwsFiles(), new ImportedPrices(importFolder));

/**
 * Opens the list of a project: as its lock pins it where there is one, else the list in use. Each time it is opened its
 * record of what was asked is empty, and no file is read twice.
 * @throws InputError for a broken lock.
 */
export const projectLists = (importFolder: string, lockFile: string): (() => AwsList) => {
  const [files, imports] = [new AwsFiles(), new ImportedPrices(importFolder)];
  const lock = existsSync(lockFile) ? readLock(readFileSync(lockFile, "utf8"), basename(lockFile)) : null;
  return () => {
    const list = openAwsList(files.shared(), imports.shared());
    return lock === null ? list : openLockedList(lock, list);
  };
};
