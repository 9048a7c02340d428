/** XML as text, for the few parts of a Word file. Values are escaped; children are XML already. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(String(value))}"`)
    .join('')
  const inside = children.join('')
  return inside === '' ? `<${name}${given}/>` : `<${name}${given}>${inside}</${name}>`
}

/** The same in the namespace of WordprocessingML, attributes too. */
export const w = (name: string, attributes: Attributes = {}, ...children: readonly string[]): string =>
  element(
    `w:${name}`,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.includes(':') ? key : `w:${key}`, value])),
    ...children,
  )

// What XML 1.0 cannot hold, not even escaped (section 2.2): a file with one of these opens nowhere.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escape = (text: string): string => text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (c) => ENTITIES[c] as string)

export const part = (xml: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`

export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export const relationships = (...entries: readonly string[]): string =>
  part(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...entries))

export const relationship = (id: string, type: string, target: string): string =>
  element('Relationship', { Id: id, Type: type, Target: target })
