// How what hangs on the edge is reached. Pure.

/** Whether a printer can be reached so: `tcp://host:port`, `cups:QUEUE`, or the path of a device. */
export function isPrinterAddress(text: string): boolean {
  return text.startsWith('/') || isPrinterOnNetwork(text);
}

/** Whether it may be said from afar: over the network, by a queue, or the device of a printer and of nothing else. */
export function isPrinterAddressOfClinic(text: string): boolean {
  return isPrinterOnNetwork(text) || /^\/dev\/(usb\/)?lp\d{1,2}$/.test(text) || isSerialLine(text);
}

/** The device of a serial line. */
export function isSerialLine(path: string): boolean {
  return /^\/dev\/(serial\/by-(id|path)\/[\w.:+@-]{1,120}|tty[A-Za-z]{1,4}\d{1,3})$/.test(path);
}

function isPrinterOnNetwork(text: string): boolean {
  return /^tcp:\/\/[^/\s]+:\d+$/.test(text) || /^cups:\w[\w.-]{0,126}$/.test(text);
}
