const SPAN = 2 ** 32

/** A whole number in [0, limit), each as likely as the others. */
export function randomBelow(limit: number): number {
  const most = SPAN - (SPAN % limit)
  for (;;) {
    const [drawn = SPAN] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < most) return drawn % limit
  }
}

/** 192 bits, hexadecimal: the secret part of an address. */
export function newToken(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
