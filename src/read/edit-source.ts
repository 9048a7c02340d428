import { editFrontMatter, type YamlEdit } from './edit-yaml.js'
import { splitFrontMatter } from './front-matter.js'

/**
 * The text of a policy file with some keys of its front matter changed: everything else stays byte for byte. Undefined for a file without
 * front matter, or with one that cannot be edited.
 */
export function editSource(source: string, edits: readonly YamlEdit[]): string | undefined {
  const { yaml, body } = splitFrontMatter(source)
  if (yaml === undefined) return undefined
  const next = editFrontMatter(yaml, edits)
  const head = source.slice(0, source.length - body.length)
  return next === undefined ? undefined : head.replace(yaml, () => next) + body
}
