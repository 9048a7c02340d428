/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// A file dropped anywhere in the field is as one that was chosen; without this the field itself takes it.
for (const field of document.querySelectorAll<HTMLElement>('.drop')) {
  const input = field.querySelector<HTMLInputElement>('input[type="file"]')
  const mark = (over: boolean) => field.classList.toggle('over', over)
  field.addEventListener('dragover', (event) => {
    event.preventDefault()
    mark(true)
  })
  field.addEventListener('dragleave', () => mark(false))
  field.addEventListener('drop', (event) => {
    event.preventDefault()
    mark(false)
    const files = event.dataTransfer?.files
    if (!input || !files || files.length === 0) return
    input.files = files
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
