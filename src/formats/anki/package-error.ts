/** Why a package cannot be read, in a sentence that names the part and says what to do. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
}

const exportAgain = 'Export the deck again and choose the new file.';

/** Runs the reading of one part; what is wrong with it becomes a sentence that begins with its name. */
export function readPart<Result>(part: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw toPartError(part, error);
  }
}

/** As `readPart`, for one whose reading takes its time. */
export async function awaitPart<Result>(part: string, reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    throw toPartError(part, error);
  }
}

function toPartError(part: string, error: unknown): PackageError {
  if (error instanceof PackageError) return error;
  const what = error instanceof Error ? error.message : 'is damaged';
  return new PackageError(`${part} ${toClause(what)}. Nothing was imported. ${exportAgain}`);
}

/** Errors of our readers continue a sentence; others, as SQLite's, are quoted. */
function toClause(message: string): string {
  return /^(?:is|has|holds|would|unpacks) /.test(message)
    ? message
    : `cannot be read (${message.slice(0, 200)})`;
}
