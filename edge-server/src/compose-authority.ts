// A text as a code to scan, for the page of the authority. Loaded when somebody opens it, which is once for each device.

export async function drawQr(text: string): Promise<string> {
  const { toString } = await import('qrcode');
  return toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
}
