/** What an error says to the learner; the store's errors say what was kept and what to do. */
export function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
