import { LANGUAGES, type Language } from '../model/index.js'
import { matterTablesOf } from './matter-tables.js'

/** The tables of each language as JSON: a text costs nothing until its language is asked for. */
const made = Object.fromEntries(LANGUAGES.map((lang) => [lang, JSON.stringify(matterTablesOf(lang))])) as Readonly<
  Record<Language, string>
>
export default made
