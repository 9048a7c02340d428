/// <reference lib="dom" />
import type { FactField } from '../../desk/editor/page.js'
import { keeping } from './fields.js'
import { element, type Say } from './page.js'
import type { Saver } from './save.js'

/** The title, edited where it stands, and what else a person knows of a policy, beside the text: they are in the front matter. */
export class FactFields {
  readonly #fields = new Map<string, HTMLElement>()

  constructor(
    fields: readonly FactField[],
    private readonly saver: Saver,
    private readonly address: string,
    say: Say,
  ) {
    const lines = fields.map(({ name, label, value, type }) => {
      const isTitle = name === 'title'
      const field = isTitle
        ? titleField(label, value)
        : element('input', { type, id: `_fact-${name}`, value, autocomplete: 'off' })
      this.#fields.set(name, field)
      const told = keeping({
        field,
        read: () => valueOf(field),
        fill: (next) => this.#fill(name, next),
        kept: say('changes.kept'),
      })
      if (isTitle) field.parentElement?.after(told)
      return isTitle
        ? undefined
        : element('div', { className: 'value' }, element('label', { for: `_fact-${name}` }, label), field, told)
    })
    document.getElementById('_facts')?.replaceChildren(...lines.filter((line) => line !== undefined))
  }

  /** Shows what the desk says of the policy now; a field that somebody writes in stays as it is. */
  async refresh(): Promise<void> {
    const response = await fetch(this.address).catch(() => undefined)
    if (!response?.ok) return
    // Its style is that of this page; applied once more it would be refused, aloud.
    const markup = (await response.text()).replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    const page = new DOMParser().parseFromString(markup, 'text/html')
    const fields = JSON.parse(page.getElementById('_editor')?.dataset.editor ?? '{}').facts as readonly FactField[] | undefined
    for (const { name, value } of fields ?? []) {
      const field = this.#fields.get(name)
      if (!field || field === document.activeElement || valueOf(field) === value) continue
      if (field instanceof HTMLInputElement) field.value = value
      else field.textContent = value
    }
    for (const part of ['.subtitle', '.facts']) showPart(page, part)
    document.title = page.title
  }

  async #fill(name: string, value: string): Promise<string | undefined> {
    const wrong = await this.saver.fill({ act: 'fact', name, value })
    if (wrong === undefined) await this.refresh()
    return wrong
  }
}

const valueOf = (field: HTMLElement): string =>
  field instanceof HTMLInputElement ? field.value : (field.textContent ?? '').replace(/\s+/g, ' ').trim()

/** The title of the page as a place to type in; it stays the heading it is. */
function titleField(label: string, value: string): HTMLElement {
  const heading = document.querySelector('.masthead h1')
  const field = element(
    'span',
    { className: 'title-field', role: 'textbox', contenteditable: 'plaintext-only', 'aria-label': label },
    value,
  )
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    field.blur()
  })
  heading?.replaceChildren(field)
  return field
}

/** Puts a part of the head of the page as it was made anew in the place of the one that is shown. */
function showPart(page: Document, part: string): void {
  const now = document.querySelector(`.masthead ${part}`)
  const next = page.querySelector(`.masthead ${part}`)
  if (now && next) now.replaceWith(document.adoptNode(next))
  else if (next) document.querySelector('.masthead h1')?.parentElement?.append(document.adoptNode(next))
  else now?.remove()
}
