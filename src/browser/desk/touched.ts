/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const touched = new Set<HTMLFormElement>()
let sending = false

/** Whether something was typed that is not sent yet, or is on its way: then the page must stay as it is. */
export const isTouched = (): boolean => sending || touched.size > 0

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
    sending = true
  })
  addEventListener('beforeunload', (event) => {
    if (touched.size > 0) event.preventDefault()
  })
  // Who comes back by the browser's own button finds the page as it was left.
  addEventListener('pageshow', () => {
    sending = false
  })
}
