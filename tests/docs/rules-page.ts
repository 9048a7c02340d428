import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { FORMS, type Language, RULES, type RuleId, type ValueNames } from '../../src/model/index.js'
import { loadWording } from '../../src/workspace/index.js'
import { commentOf, examplesOf, judged, shown } from '../lint/examples.js'

const yaml = (path: string): unknown => parse(readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8'))

/** What is said of each rule in Dutch; of those that judge a policy the text around the examples, part by part. */
const DUTCH = yaml('nl/regels.yaml') as Readonly<
  Record<RuleId, { readonly asks: string; readonly prose?: readonly string[]; readonly mend?: string }>
>

/** How to mend what a rule finds that has no file of its own. */
const MENDS = yaml('rules.yaml') as Readonly<Partial<Record<RuleId, string>>>

/** The rules that Dutch is written for. */
export const dutchRules = Object.keys(DUTCH)

const WORDS = {
  en: {
    intro: `# Rules

What Clausule asks of a policy, of the files around it and of a file that is brought in. \`clausule explain RULE\` prints the part about one
rule. This page is made of the rules' own files; a test holds it equal to them. Nederlands: [nl/regels.md](nl/regels.md).

A message names its rule at the end of its line. Words between ‹ › stand for what was found.`,
    right: 'Right:',
    wrong: 'Wrong:',
    says: 'It says, with line and column:',
    can: 'It can say:',
    mend: 'To mend: ',
  },
  nl: {
    intro: `# Regels

Wat Clausule vraagt van een beleidsstuk, van de bestanden eromheen en van een bestand dat wordt binnengehaald. \`clausule explain REGEL --lang nl\` toont
het deel over één regel. De voorbeelden op deze bladzijde zijn die van de regels zelf, en wat een regel ervan zegt is wat hij zegt; een test houdt dat zo.
English: [../rules.md](../rules.md).

Een melding noemt haar regel aan het einde van de regel. Woorden tussen ‹ › staan voor wat er gevonden is.`,
    right: 'Goed:',
    wrong: 'Fout:',
    says: 'De regel zegt, met regelnummer en kolom:',
    can: 'Dit kan de regel zeggen:',
    mend: 'Herstellen: ',
  },
} as const

/** The page of all rules, in the order of the list. */
export function rulesPage(lang: Language): string {
  const parts = (Object.keys(RULES) as RuleId[]).map((rule) => {
    const comment = commentOf(rule)
    const asks = lang === 'en' ? RULES[rule] : DUTCH[rule].asks
    return [
      `## ${rule}`,
      asks,
      comment === undefined ? mending(rule, lang) : explained(rule, comment, lang),
      said(rule, lang),
    ].join('\n\n')
  })
  return `${[WORDS[lang].intro, ...parts].join('\n\n')}\n`
}

/** What stands behind each heading of a page, for the test of the page. */
export const wordsOf = (lang: Language): (typeof WORDS)[Language] => WORDS[lang]

function mending(rule: RuleId, lang: Language): string {
  const mend = lang === 'en' ? MENDS[rule] : DUTCH[rule].mend
  if (mend === undefined) throw new Error(`${rule} does not say how to mend`)
  return `${WORDS[lang].mend}${mend}`
}

/** The comment at the top of a rule's file, its examples named: its prose and messages in the language asked for. */
function explained(rule: RuleId, comment: string, lang: Language): string {
  const { right, wrong, says, mend } = WORDS[lang]
  const examples = examplesOf(comment)
  const parts = comment.split(/^(```\w+[ \w]*\n[\s\S]*?^```$)/m).map((part) => part.trim())
  const texts = parts.filter((part) => part !== '' && !part.startsWith('```'))
  const prose = lang === 'en' ? texts : (DUTCH[rule].prose ?? [])
  if (prose.length !== texts.length) throw new Error(`${rule} has ${prose.length} texts in Dutch, expected ${texts.length}`)
  if (!prose.at(-1)?.startsWith(mend)) throw new Error(`${rule} does not say how to mend`)
  let [text, example] = [0, 0]
  const pieces = parts.flatMap((part) => {
    if (part === '') return []
    if (part.startsWith('```markdown')) {
      const { source, ok } = examples[example++] ?? { source: '', ok: false }
      return [ok ? right : wrong, `\`\`\`markdown\n${source}\`\`\``]
    }
    const before = examples[example - 1]
    if (part.startsWith('```') && before) {
      const found = judged(rule, before).map((message) => shown(message, lang))
      return [says, `\`\`\`text\n${found.join('\n')}\n\`\`\``]
    }
    return [prose[text++] ?? '']
  })
  return pieces.join('\n\n')
}

/** Every sentence a rule can say, with the names of its values. */
function said(rule: RuleId, lang: Language): string {
  const forms: ValueNames | Readonly<Record<string, ValueNames>> = FORMS[rule]
  const sentence = (key: string, names: ValueNames): string => {
    const values = names.map((name): [string, string | string[]] => {
      const [bare = '', kind] = name.split(':')
      return [bare, kind === 'list' ? [`‹${bare}›`] : `‹${bare}›`]
    })
    return `- ${loadWording(undefined, lang)(`message.${key}`, Object.fromEntries(values))}`
  }
  const sentences = isNames(forms)
    ? [sentence(rule, forms)]
    : Object.entries(forms).map(([form, names]) => sentence(form.includes('.') ? form : `${rule}.${form}`, names))
  return `${WORDS[lang].can}\n\n${[...new Set(sentences)].join('\n')}`
}

const isNames = (forms: ValueNames | Readonly<Record<string, ValueNames>>): forms is ValueNames => Array.isArray(forms)
