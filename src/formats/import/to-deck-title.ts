/** What a deck is called: by what its file says, and by the name of the file where it says nothing or only spaces. */
export function toDeckTitle(written: string | undefined, name: string): string {
  return written === undefined || written.trim() === '' ? name : written;
}
