/** Shows how many cards are due on the installed app's icon; nothing where there is no icon. */
export async function setBadge(count: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  // Refused where the app is not installed or notifications are not allowed; the count is on Today.
  await (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(
    () => undefined,
  );
}
