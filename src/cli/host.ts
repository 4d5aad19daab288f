/** A stream as commands see it. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; absent where it is none. */
  readonly columns?: number;
}

/** Everything of the world that commands touch, so that a test can be the world. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readonly readStdin: () => Promise<Buffer>;
  readonly environment: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** YYYY-MM-DD in UTC. */
  readonly today: () => string;
}

/** 0 fine, 1 a gate failed, 2 bad input or use. */
export type ExitCode = 0 | 1 | 2;
