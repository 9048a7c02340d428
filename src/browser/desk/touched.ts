/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const touched = new Set<HTMLFormElement>()
let leaving = false
let pressed = false

/** Whether something was typed that is not sent yet. */
export const isTouched = (): boolean => touched.size > 0

/** Whether another page was asked for, or a file, which leaves this one where it is: loading this one anew would take the other away. */
export const isLeft = (): boolean => leaving || pressed

/** Keeps what was typed from being left by accident: the browser asks first. */
export function guardForms(page: Document): void {
  const formOf = (target: EventTarget | null) => (target instanceof Element ? target.closest('form') : null)
  page.addEventListener('input', ({ target }) => {
    const form = formOf(target)
    if (form?.method === 'post') touched.add(form)
  })
  page.addEventListener('submit', ({ target }) => {
    const form = formOf(target)
    if (form) touched.delete(form)
    leaving = true
  })
  addEventListener('beforeunload', (event) => {
    if (isTouched()) event.preventDefault()
    else leaving = true
  })
  // What is pressed now is let go on a page that is still there.
  addEventListener('pointerdown', () => {
    pressed = true
  })
  for (const end of ['pointerup', 'pointercancel', 'dragend'])
    addEventListener(end, () => {
      pressed = false
    })
  // Who comes back by the browser's own button finds the page as it was left.
  addEventListener('pageshow', () => {
    leaving = false
  })
}
