import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { FORMS, LANGUAGES, type Language, PHRASES, type Said, type ValueNames } from '../../../src/model/index.js'
import { reasonOf, wordMessage } from '../../../src/present/messages/index.js'
import { loadWording } from '../../../src/workspace/index.js'

const bare = (names: ValueNames): string[] => names.map((name) => name.replace(/:.*/, '')).sort()

/** The key of everything that can be said, with the names of its values. */
const sayings = new Map<string, string[]>()
for (const [rule, forms] of Object.entries<ValueNames | Readonly<Record<string, ValueNames>>>(FORMS)) {
  if (Array.isArray(forms)) sayings.set(`message.${rule}`, bare(forms))
  else
    for (const [form, names] of Object.entries(forms))
      sayings.set(`message.${form.includes('.') ? form : `${rule}.${form}`}`, bare(names))
}
for (const [name, names] of Object.entries<ValueNames>(PHRASES)) sayings.set(`phrase.${name}`, bare(names))

/** The values a text names; not the helpers it calls, nor what it says of each part of a list. */
function namesIn(text: string): string[] {
  const found = new Set<string>()
  class Names extends Handlebars.Visitor {
    override PathExpression({ original, data }: hbs.AST.PathExpression) {
      if (!data && !['this', 'if', 'unless', 'each', 'longDate', 'grouped'].includes(original)) found.add(original)
    }
  }
  new Names().accept(Handlebars.parse(text))
  return [...found].sort()
}

describe.each(LANGUAGES)('in %s', (lang) => {
  const file = new URL(`../../../templates/wording/messages.${lang}.yaml`, import.meta.url)
  const texts = parse(readFileSync(file, 'utf8')) as Record<string, string>
  const keys = Object.keys(texts).filter((key) => !key.startsWith('severity.'))

  it('everything that can be said has words, and no words are left over', () => {
    expect(keys.sort()).toEqual([...sayings.keys()].sort())
  })

  it.each([...sayings])('%s names its values, and no others', (key, names) => {
    expect(namesIn(texts[key] ?? '')).toEqual(names)
  })
})

describe('a message', () => {
  const say = (said: Said, lang: Language) => reasonOf(said, loadWording(undefined, lang))
  const law: Said = { rule: 'name/outdated', form: 'law', values: { name: 'Wbp', since: '2018-05-25', now: 'AVG' } }

  it('is one sentence in the language of its reader', () => {
    expect(say(law, 'en')).toBe('"Wbp" is no longer in force since 2018-05-25; now AVG')
    expect(say(law, 'nl')).toBe('“Wbp” geldt niet meer sinds 25 mei 2018; nu: AVG')
  })

  it('words what is words in it', () => {
    const key = { phrase: 'yaml.entry', values: { list: 'route', line: 4 } } as const
    const received = { phrase: 'type.string' } as const
    const expected = { phrase: 'expected.type', values: { wanted: { phrase: 'type.record' }, received } } as const
    const said: Said = { rule: 'front-matter/value', form: 'yaml.value', values: { key, expected } }
    expect(say(said, 'en')).toBe('Unexpected value for the entry of "route" on line 4, expected record, received string')
    expect(say(said, 'nl')).toBe(
      'De waarde van het onderdeel van “route” op regel 4 klopt niet; verwacht werd sleutels met waarden, niet een tekst',
    )
  })

  it('lists what was known, and says so when nothing was', () => {
    const unknown = (known: readonly string[]): Said => ({ rule: 'parameter/unknown', values: { name: 'scool', known } })
    expect(say(unknown(['school', 'plaats']), 'en')).toBe('Unexpected parameter "scool", expected one of: school, plaats')
    expect(say(unknown([]), 'en')).toBe('Unexpected parameter "scool", expected one of: (none is declared)')
    expect(say(unknown([]), 'nl')).toBe('De parameter “scool” is niet bekend; verwacht werd een van deze: (er zijn er geen)')
  })

  it('takes what stands in a text for text', () => {
    const said: Said = { rule: 'parameter/empty', values: { name: '{{name}} <b>&"' } }
    expect(say(said, 'en')).toBe('Unexpected empty value of parameter "{{name}} <b>&"", expected a text')
  })

  it('keeps its values beside its words', () => {
    const place = { file: 'a.md', line: 3, column: 1 }
    const related = [{ place, phrase: 'heading.above', values: { level: 1 } }] as const
    const said = { rule: 'heading/skipped-level', values: { level: 3, most: 2 } } as const
    expect(wordMessage({ ...said, severity: 'warning', place, related }, loadWording(undefined, 'nl'))).toEqual({
      rule: 'heading/skipped-level',
      severity: 'warning',
      reason: 'Dit kopje is van niveau 3; verwacht werd hoogstens niveau 2',
      values: { level: 3, most: 2 },
      place,
      related: [{ place, reason: 'Het kopje erboven is van niveau 1' }],
    })
  })
})
