/// <reference lib="dom" />
import { element } from './page.js'

/** Milliseconds after the last key until what stands in a field is kept. */
const PAUSE = 600

/** Years that are typed letter by letter pass through the first centuries. */
const isWholeDate = (value: string): boolean => value === '' || /^[12]\d{3}-/.test(value)

interface Filled {
  readonly field: HTMLElement
  readonly read: () => string
  /** Sends a value; what is wrong with it, in words. */
  readonly fill: (value: string) => Promise<string | undefined>
  /** What is said when it is kept. */
  readonly kept?: string
}

/** Keeps what is typed in a field: soon after the last key, and at once when it is left. Gives the place where it is said what became of it. */
export function keeping({ field, read, fill, kept = '' }: Filled): HTMLElement {
  const told = element('span', { className: 'told', role: 'status' })
  let known = read()
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => void now()
  const now = async () => {
    clearTimeout(timer)
    removeEventListener('pagehide', keep)
    const value = read()
    const isWhole =
      !(field instanceof HTMLInputElement) || (field.validity.valid && (field.type !== 'date' || isWholeDate(value)))
    if (value === known || !isWhole) return
    const before = known
    known = value
    const wrong = await fill(value)
    // What was not kept is not known: it is sent again when the field is left.
    if (wrong !== undefined && known === value) known = before
    told.textContent = wrong ?? kept
    if (wrong === undefined) field.removeAttribute('aria-invalid')
    else field.setAttribute('aria-invalid', 'true')
  }
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE)
    addEventListener('pagehide', keep)
  })
  field.addEventListener('blur', keep)
  return told
}
