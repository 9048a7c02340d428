/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const LINE = /^#_line-(\d+)$/

/** A link to a line leads into the field where the text is typed: the line is chosen there, and in sight. */
export function showLine(page: Document): void {
  const field = page.querySelector<HTMLTextAreaElement>('.source-form textarea')
  if (!field) return
  // Where the link leads to without a script: a browser would take the focus there, away from the field.
  page.querySelector('.numbered')?.remove()
  const show = () => {
    const line = Number(LINE.exec(location.hash)?.[1])
    if (!line) return
    const lines = field.value.split('\n')
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
    field.focus()
    field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
    const height = Number.parseFloat(getComputedStyle(field).lineHeight)
    field.scrollTop = Math.max(0, (line - 5) * height)
  }
  addEventListener('hashchange', show)
  page.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null
    // The same line asked for twice changes no address.
    if (link?.hash === location.hash && LINE.test(link.hash)) requestAnimationFrame(show)
  })
  show()
}
