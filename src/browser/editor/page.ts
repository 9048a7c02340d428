/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { FactField } from '../../desk/editor/page.js'
import type { Metadata } from '../../model/index.js'

/** What the page of the editor begins with, as the desk made it. */
export interface Begun {
  readonly doc: object
  readonly seen: string
  readonly lang: string
  readonly metadata: Metadata
  readonly facts: readonly FactField[]
  readonly address: string
  readonly source: string
  readonly words: Readonly<Record<string, string>>
}

/** The words of the editor, by the ends of their names. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

export const sayFrom =
  (words: Begun['words']): Say =>
  (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), words[key] ?? key)

/** An element with its properties and what stands in it; `aria-*` and `data-*` as attributes. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue
    made.setAttribute(name === 'className' ? 'class' : name, value === true ? '' : value)
  }
  made.append(...children)
  return made
}

/** Says something to who listens, and to nobody who looks. */
export function announce(words: string): void {
  const status = document.getElementById('_status')
  if (status) status.textContent = words
}

/** Milliseconds until who does not answer is taken for nobody: far longer than a text takes. */
const PATIENCE = 30_000

/** Sends a value to the desk; undefined where nobody answers. */
export async function send(address: string, value: unknown): Promise<Response | undefined> {
  const token = document.querySelector<HTMLMetaElement>('meta[name=clausule-token]')?.content ?? ''
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-clausule': token },
    body: JSON.stringify(value),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => undefined)
}
