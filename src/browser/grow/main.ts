/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// The text beside the questions follows each answer; without this a button shows it.
const form = document.querySelector<HTMLFormElement>('.adapt-form')
/** What the answers make: the text, its head and contents. */
const PARTS = ['main > .text', '.masthead', '.contents-place']
const LOOK = 'link[href^="/assets/brand"]'
let asked = 0

async function grow(from: HTMLFormElement): Promise<void> {
  const number = ++asked
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(from)) if (typeof value === 'string') body.append(name, value)
  body.set('act', 'show')
  const response = await fetch(from.action, { method: 'POST', body }).catch(() => undefined)
  if (!response?.ok) return
  const text = withoutStyle(await response.text())
  // A later answer may have been given while this one was made.
  if (number !== asked) return
  const made = new DOMParser().parseFromString(text, 'text/html')
  for (const part of PARTS) {
    const [next, shown] = [made.querySelector(part), document.querySelector(part)]
    if (next && shown) shown.replaceChildren(...next.childNodes)
  }
  const [next, shown] = [made.querySelector(LOOK), document.querySelector(LOOK)]
  if (next && shown && next.getAttribute('href') !== shown.getAttribute('href'))
    shown.setAttribute('href', next.getAttribute('href') ?? '')
}

/** A page without the style in its head: it is only looked into, and a style of its own would not be let in. */
function withoutStyle(page: string): string {
  const [from, to] = [page.indexOf('<style'), page.indexOf('</style>')]
  return from < 0 || to < from ? page : page.slice(0, from) + page.slice(to)
}

form?.addEventListener('change', () => void grow(form))
