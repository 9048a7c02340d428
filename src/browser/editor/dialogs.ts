/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { element, type Say } from './page.js'

/** Something that can be chosen: what it gives, and how it is shown. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly words: string
}

/** Choices that are shown at once. */
const MOST = 60

/** Asks for one among many: a field to search in, and what fits below it. Undefined when nothing was chosen. */
export function choose(title: string, choices: readonly Choice[], say: Say): Promise<string | undefined> {
  const list = element('ul', { role: 'listbox', id: '_choices', 'aria-label': title })
  const field = element('input', {
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': '_choices',
    'aria-autocomplete': 'list',
    'aria-label': say('reference.search'),
    placeholder: say('reference.search'),
    autocomplete: 'off',
  })
  const none = element('p', { className: 'none', role: 'status' })
  let shown: readonly Choice[] = []
  let at = 0
  return opened(title, say, [field, list, none], field, (finish) => {
    const point = (to: number) => {
      at = (to + shown.length) % Math.max(1, shown.length)
      for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === at))
      const option = list.children[at]
      if (option) {
        field.setAttribute('aria-activedescendant', option.id)
        option.scrollIntoView({ block: 'nearest' })
      } else field.removeAttribute('aria-activedescendant')
    }
    const search = () => {
      const asked = folded(field.value).split(/\s+/)
      shown = choices
        .filter(({ label, words }) => asked.every((word) => folded(`${label} ${words}`).includes(word)))
        .slice(0, MOST)
      list.replaceChildren(
        ...shown.map(({ label, words }, i) =>
          element('li', { role: 'option', id: `_choice-${i}` }, element('span', {}, element('strong', {}, label), ' ', words)),
        ),
      )
      none.textContent = shown.length === 0 ? say('reference.none') : ''
      point(0)
    }
    field.addEventListener('input', search)
    field.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        point(at + (event.key === 'ArrowDown' ? 1 : -1))
      } else if (event.key === 'Enter') {
        event.preventDefault()
        finish(shown[at]?.value)
      }
    })
    list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('li') : null
      if (option) finish(shown[[...list.children].indexOf(option)]?.value)
    })
    search()
  })
}

/** Asks for a line of text. Undefined when nothing was said. */
export function askFor(title: string, label: string, value: string, say: Say): Promise<string | undefined> {
  const field = element('input', { type: 'text', id: '_asked', autocomplete: 'off', value })
  const set = element('button', { type: 'submit', className: 'main' }, say('link.set'))
  return opened(title, say, [element('label', { for: '_asked' }, label), field, set], field, (finish, dialog) => {
    const give = () => finish(field.value.trim())
    set.addEventListener('click', (event) => {
      event.preventDefault()
      give()
    })
    dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.target !== field) return
      event.preventDefault()
      give()
    })
  })
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function opened(
  title: string,
  say: Say,
  children: readonly Node[],
  first: HTMLElement,
  start: (finish: (value: string | undefined) => void, dialog: HTMLDialogElement) => void,
): Promise<string | undefined> {
  const close = element('button', { type: 'button', className: 'close', 'aria-label': say('close') }, '×')
  const head = element('h2', { id: '_dialog-title' }, title)
  const dialog = element('dialog', { className: 'editor-dialog', 'aria-labelledby': '_dialog-title' }, head, close, ...children)
  document.body.append(dialog)
  return new Promise((resolve) => {
    let given: string | undefined
    close.addEventListener('click', () => dialog.close())
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(given)
    })
    start((value) => {
      given = value
      dialog.close()
    }, dialog)
    dialog.showModal()
    first.focus()
  })
}
