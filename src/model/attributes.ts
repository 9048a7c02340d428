import type { Attributes } from './policy.js'

export const NO_ATTRIBUTES: Attributes = { classes: [], values: {} }

/** Lower-case kebab, starting with a letter. */
export const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

const TOKEN =
  /\s*(?:#(?<id>[^\s.{}"=]+)|\.(?<class>[^\s.#{}"=]+)|(?<key>[A-Za-z][\w:-]*)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"{}]+)))(?=\s|$)/uy

/** Parses what stands between the braces. Returns the part that could not be read as `rest`. */
export function parseAttributes(source: string): { attributes: Attributes; rest: string } {
  let id: string | undefined
  const classes: string[] = []
  const values: Record<string, string> = Object.create(null)
  TOKEN.lastIndex = 0
  let end = 0
  for (let match = TOKEN.exec(source); match?.groups; match = TOKEN.exec(source)) {
    const { id: name, class: cls, key, quoted, bare } = match.groups
    // A second id is no attribute of this clause: it stays in the rest, and is reported.
    if (name !== undefined) {
      if (id !== undefined) break
      id = name
    } else if (cls !== undefined) classes.push(cls)
    else if (key !== undefined) values[key] = quoted ?? bare ?? ''
    end = TOKEN.lastIndex
  }
  return { attributes: id === undefined ? { classes, values } : { id, classes, values }, rest: source.slice(end).trim() }
}

/** The canonical spelling: id, then classes, then keys in the order they were given; empty when there is nothing to write. */
export function formatAttributes({ id, classes, values }: Attributes): string {
  const parts = [
    ...(id === undefined ? [] : [`#${id}`]),
    ...classes.map((name) => `.${name}`),
    ...Object.entries(values).map(([key, value]) => (/^[^\s"{}]+$/.test(value) ? `${key}=${value}` : `${key}="${value}"`)),
  ]
  return parts.length > 0 ? `{${parts.join(' ')}}` : ''
}
