/** A value in DER (ITU-T X.690), with the bytes it stands in. */
export interface Der {
  readonly tag: number
  readonly bytes: Buffer
  readonly content: Buffer
}

export const TAG = { integer: 2, octets: 4, null: 5, oid: 6, utcTime: 23, time: 24, sequence: 48, set: 49 } as const

/** The tag of what stands in a structure by its number; `implicit` structures and values that a number alone tells. */
export const tagged = (number: number): number => 0xa0 + number

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 128) return Buffer.from([length])
  const hex = length.toString(16)
  const digits = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.from([128 + digits.length]), digits])
}

/** The value at the start of some bytes. Throws an Error where there is none that is whole. */
export function readDer(bytes: Buffer): Der {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined) throw new Error('a value without a length')
  const size = first < 128 ? 0 : first - 128
  if (size > 4 || first === 128) throw new Error('a value of a length that is not told')
  const length = size === 0 ? first : bytes.readUIntBE(2, size)
  const start = 2 + size
  if (start + length > bytes.length) throw new Error('a value that ends before its end')
  return { tag, bytes: bytes.subarray(0, start + length), content: bytes.subarray(start, start + length) }
}

/** What stands in a structure, in order. */
export function inside({ content }: Der): readonly Der[] {
  const found: Der[] = []
  for (let at = 0; at < content.length; ) {
    const value = readDer(content.subarray(at))
    found.push(value)
    at += value.bytes.length
  }
  return found
}

/** An object identifier by its numbers: `1.2.840…`. */
export function oid(numbers: string): Buffer {
  const [a = 0, b = 0, ...rest] = numbers.split('.').map(Number)
  const digits = [a * 40 + b, ...rest].flatMap((number) => {
    const groups = [number % 128]
    for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128)) groups.unshift(128 + (left % 128))
    return groups
  })
  return der(TAG.oid, Buffer.from(digits))
}

/** A moment, in whole seconds: two digits of the year until 2049, as every certificate has it (RFC 5280, 4.1.2.5). */
export function timeOf(moment: Date): Buffer {
  const digits = `${moment.toISOString().slice(0, 19).replace(/\D/g, '')}Z`
  return moment.getUTCFullYear() < 2050 ? der(TAG.utcTime, Buffer.from(digits.slice(2))) : der(TAG.time, Buffer.from(digits))
}
