import files from '../../templates/wording/document.*.yaml'
import { byLanguage } from './data.js'

const DATA = byLanguage<Readonly<Record<string, string>>>(files)

/**
 * What our own pages say under keys of the wording of a document, in any language, as the source of a pattern, by which a file of ours is read
 * back: a name in the wording stands for what `holes` says of it, or for anything. `until` cuts the words behind the first of it.
 */
export const printedWords = (
  keys: readonly string[],
  { holes = {}, until }: { readonly holes?: Readonly<Record<string, string>>; readonly until?: string } = {},
): string =>
  Object.values(DATA)
    .flatMap((words) => keys.map((key) => words[key] as string))
    .map((words) => (until !== undefined && words.includes(until) ? words.slice(0, words.indexOf(until) + until.length) : words))
    .map((words) =>
      words.replace(/\{\{(\w+)\}\}|[.*+?^${}()|[\]\\]/g, (mark, name?: string) =>
        name === undefined ? `\\${mark}` : (holes[name] ?? '.+'),
      ),
    )
    .join('|')
