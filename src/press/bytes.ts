/** A growing byte array: one copy per doubling instead of one chunk per line. */
export class ByteSink {
  #buffer = Buffer.allocUnsafe(1 << 18)
  length = 0

  #reserve(count: number): void {
    const needed = this.length + count
    if (needed <= this.#buffer.length) return
    const grown = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2))
    this.#buffer.copy(grown, 0, 0, this.length)
    this.#buffer = grown
  }

  /** Latin-1, ended by a line feed. */
  line(text: string): void {
    this.#reserve(text.length + 1)
    this.length += this.#buffer.write(text, this.length, 'latin1')
    this.#buffer[this.length++] = 10
  }

  bytes(data: Uint8Array): void {
    this.#reserve(data.length)
    this.#buffer.set(data, this.length)
    this.length += data.length
  }

  /** What has been written; shares memory with the sink. */
  view(): Uint8Array {
    return new Uint8Array(this.#buffer.buffer, this.#buffer.byteOffset, this.length)
  }
}
