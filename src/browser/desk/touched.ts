/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const touched = new Set<HTMLFormElement>()

/** Whether something was typed that is not sent yet. */
export const isTouched = (): boolean => touched.size > 0

/** Keeps what was typed from being left by accident: the browser asks first. */
export function guardForms(page: Document): void {
  page.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest('form') : undefined
    if (form instanceof HTMLFormElement && form.method === 'post') touched.add(form)
  })
  page.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement) touched.delete(target)
  })
  addEventListener('beforeunload', (event) => {
    if (isTouched()) event.preventDefault()
  })
}
