/** Whether this kiosk has one, and the page may ask for it. */
export async function hasCamera(): Promise<boolean> {
  // Absent where the page came over plain HTTP.
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
  const all = await devices?.enumerateDevices().catch(() => []);
  return all?.some(({ kind }) => kind === 'videoinput') ?? false;
}
