/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// The text beside the questions follows each answer; without this a button shows it.
const form = document.querySelector<HTMLFormElement>('.adapt-form')
let asked = 0

async function grow(from: HTMLFormElement): Promise<void> {
  const number = ++asked
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(from)) if (typeof value === 'string') body.append(name, value)
  body.set('act', 'show')
  const response = await fetch(from.action, { method: 'POST', body }).catch(() => undefined)
  if (!response?.ok || number !== asked) return
  const made = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main > .text')
  const shown = document.querySelector('main > .text')
  // A later answer may have been given while this one was made.
  if (made && shown && number === asked) shown.replaceChildren(...made.childNodes)
}

form?.addEventListener('change', () => void grow(form))
