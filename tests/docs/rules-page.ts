import { readdirSync, readFileSync } from 'node:fs'
import { FORMS, RULES, type RuleId, type ValueNames } from '../../src/model/index.js'
import { loadWording } from '../../src/workspace/index.js'

const folder = new URL('../../src/lint/rules/', import.meta.url)
const wording = loadWording(undefined, 'en')

const INTRO = `# Rules

What Clausule asks of a policy, of the files around it and of a file that is brought in. \`clausule explain RULE\` prints the part about one
rule. This page is made of the rules' own files; a test holds it equal to them.

A message names its rule at the end of its line. Words between ‹ › stand for what was found.
`

/** The page of all rules, in the order of the list. */
export function rulesPage(): string {
  const files = new Map(
    readdirSync(folder)
      .filter((name) => name !== 'index.ts')
      .map((name) => [name.replace(/\.ts$/, ''), readFileSync(new URL(name, folder), 'utf8')]),
  )
  const parts = (Object.keys(RULES) as RuleId[]).map((rule) => {
    const source = files.get(rule.replace('/', '-'))
    return [`## ${rule}`, RULES[rule], ...(source === undefined ? [] : [explained(source)]), said(rule)].join('\n\n')
  })
  return `${[INTRO.trim(), ...parts].join('\n\n')}\n`
}

/** The comment at the top of a rule's file, its examples named. */
function explained(source: string): string {
  const comment = /^\/\*\*\n([\s\S]*?)\n \*\/\n/.exec(source)?.[1] ?? ''
  return comment
    .replace(/^ \* ?/gm, '')
    .replace(/^```markdown ok.*$/gm, 'Right:\n\n```markdown')
    .replace(/(?<!Right:\n\n)^```markdown(?: published| template)?$/gm, 'Wrong:\n\n```markdown')
    .replace(/^```messages$/gm, 'It says, with line and column:\n\n```text')
    .trim()
}

/** Every sentence a rule can say, with the names of its values. */
function said(rule: RuleId): string {
  const forms: ValueNames | Readonly<Record<string, ValueNames>> = FORMS[rule]
  const sentence = (key: string, names: ValueNames): string => {
    const values = names.map((name): [string, string | string[]] => {
      const [bare = '', kind] = name.split(':')
      return [bare, kind === 'list' ? [`‹${bare}›`] : `‹${bare}›`]
    })
    return `- ${wording(`message.${key}`, Object.fromEntries(values))}`
  }
  const sentences = isNames(forms)
    ? [sentence(rule, forms)]
    : Object.entries(forms).map(([form, names]) => sentence(form.includes('.') ? form : `${rule}.${form}`, names))
  return `It can say:\n\n${[...new Set(sentences)].join('\n')}`
}

const isNames = (forms: ValueNames | Readonly<Record<string, ValueNames>>): forms is ValueNames => Array.isArray(forms)
