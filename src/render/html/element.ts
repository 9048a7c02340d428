import type { Element, ElementContent, Properties } from 'hast'

export type Child = ElementContent | string | undefined

/**
 * One element of the page. Values stay values here; the serialiser escapes them, so none can become markup. What may be many is given as a
 * list: a call takes only so many arguments.
 */
export function h(tagName: string, properties: Properties, ...children: readonly (Child | readonly Child[])[]): Element {
  const content = children
    .flat()
    .filter((child) => child !== undefined)
    .map((child): ElementContent => (typeof child === 'string' ? { type: 'text', value: child } : child))
  return { type: 'element', tagName, properties, children: content }
}

/** Words for assistive technology only. */
export const unseen = (text: string): Element => h('span', { className: ['unseen'] }, text)
