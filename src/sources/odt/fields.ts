import type { MarkFacts } from '../../blocks/index.js'
import { elements, type Xml } from '../files/xml.js'

/** What a field of an OpenDocument text asks for: a content control as LibreOffice writes it, or a placeholder of the standard. */
export function fieldOf(node: Xml): MarkFacts | undefined {
  if (node.name === 'text:placeholder') return { kind: 'field', prompt: true }
  if (node.name !== 'loext:content-control') return undefined
  const { attributes } = node
  const on = (name: string) => attributes[`loext:${name}`] === 'true'
  if (on('checkbox') || on('picture')) return undefined
  const name = attributes['loext:alias']?.trim()
  const day = /^\d{4}-\d\d-\d\d/.exec(attributes['loext:current-date'] ?? '')?.[0]
  const values = elements(node).flatMap(({ name: element, attributes: item }) => {
    const shown = (item['loext:display-text'] ?? item['loext:value'] ?? '').trim()
    return element !== 'loext:list-item' || shown === '' || item['loext:value'] === '' ? [] : [shown]
  })
  return {
    kind: 'field',
    ...(name ? { name } : {}),
    ...(on('date') ? { type: 'date' } : values.length > 1 ? { type: 'choice', values } : {}),
    ...(day === undefined ? {} : { day }),
    ...(on('showing-place-holder') ? { prompt: true } : {}),
  }
}
