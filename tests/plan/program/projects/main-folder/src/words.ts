export const plural = (word: string): string => `${word}s`;
