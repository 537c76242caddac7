/** Where texts are encoded, one after the other: pages by the thousand need no memory of their own. */
let room = Buffer.allocUnsafeSlow(1 << 20);

/** The most bytes of UTF-8 that one unit of UTF-16 takes. */
const mostBytes = 3;

/** The text in UTF-8. It holds until the next text is encoded. */
export function encoded(text: string): Uint8Array {
  if (text.length * mostBytes > room.length) room = Buffer.allocUnsafeSlow(text.length * mostBytes);
  return room.subarray(0, room.write(text));
}
