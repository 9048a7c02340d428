/** A grave change of a sentence, and what was done. */
interface Mutation {
  readonly what: string
  readonly text: string
}

interface Rule {
  readonly what: string
  readonly from: RegExp
  readonly to: (match: string, ...groups: readonly string[]) => string
}

const fixed =
  (word: string) =>
  (match: string): string =>
    /^\p{Lu}/u.test(match) ? word.charAt(0).toUpperCase() + word.slice(1) : word

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  nl: [
    { what: 'denied', from: /\b(?:moet|moeten|mag|mogen|wordt|worden)\b(?! (?:niet|geen))/i, to: (verb) => `${verb} niet` },
    { what: 'allowed', from: /\b(?:mag|mogen|wordt|worden|is|zijn) niet\b/i, to: (words) => words.replace(/ niet/, '') },
    { what: 'norm', from: /\b(?:moet|moeten)\b/i, to: (verb) => (verb.endsWith('en') ? 'mogen' : 'mag') },
    { what: 'norm', from: /\b(?:mag|mogen)\b/i, to: (verb) => (verb.endsWith('en') ? 'moeten' : 'moet') },
    { what: 'before', from: /\b(?:vóór|voordat|voorafgaand aan)\b/i, to: (word) => (/dat/i.test(word) ? 'nadat' : 'na') },
    { what: 'after', from: /\bna\b/i, to: fixed('vóór') },
    { what: 'none left', from: /\b(?:alleen|uitsluitend|slechts) /i, to: () => '' },
    { what: 'condition gone', from: / (?:als|indien|wanneer|tenzij|mits) [^,.;]+(?=\.$)/i, to: () => '' },
    { what: 'and', from: / en (?=(?:de|het|een) )/i, to: () => ' of ' },
    { what: 'all', from: /\b(?:elke|ieder|iedere|alle)\b/i, to: fixed('sommige') },
    { what: 'most', from: /\b(?:ten hoogste|hoogstens|maximaal|hooguit)\b/i, to: fixed('ten minste') },
    { what: 'least', from: /\b(?:ten minste|minstens|minimaal)\b/i, to: fixed('ten hoogste') },
    { what: 'without', from: /\bzonder\b/i, to: fixed('met') },
    { what: 'within', from: /\bbinnen\b/i, to: fixed('na') },
  ],
  en: [
    { what: 'denied', from: /\b(?:must|may|shall|will|is|are)\b(?! (?:not|no)\b)/i, to: (verb) => `${verb} not` },
    { what: 'allowed', from: /\b(?:must|may|shall|is|are) not\b/i, to: (words) => words.replace(/ not/i, '') },
    { what: 'norm', from: /\b(?:must|shall)\b(?! not)/i, to: fixed('may') },
    { what: 'norm', from: /\bmay\b(?! not)/i, to: fixed('must') },
    { what: 'before', from: /\b(?:before|prior to)\b/i, to: fixed('after') },
    { what: 'after', from: /\bafter\b/i, to: fixed('before') },
    { what: 'none left', from: /\b(?:only|solely) /i, to: () => '' },
    { what: 'condition gone', from: / (?:if|unless|provided) [^,.;]+(?=\.$)/i, to: () => '' },
    { what: 'and', from: / and (?=(?:the|an?) )/i, to: () => ' or ' },
    { what: 'all', from: /\b(?:each|every|all)\b/i, to: fixed('some') },
    { what: 'most', from: /\b(?:at most|no more than)\b/i, to: fixed('at least') },
    { what: 'least', from: /\bat least\b/i, to: fixed('at most') },
    { what: 'without', from: /\bwithout\b/i, to: fixed('with') },
    { what: 'within', from: /\bwithin\b/i, to: fixed('after') },
  ],
}

const NAMED: Readonly<Record<string, RegExp>> = {
  nl: /\bde (\p{L}{4,}(?:er|eur|aar|ant|ent|or|ist|ouder|bestuur|commissie|school|directie))\b/giu,
  en: /\bthe (\p{L}{4,}(?:er|or|ant|ent|ist|ee|board|school|council|committee))\b/giu,
}

/** Grave changes of a sentence, each of one word or two: a denial, a norm, a bound, a number, who acts. */
export function mutations(lang: string, text: string): readonly Mutation[] {
  const found = (RULES[lang] ?? []).flatMap(({ what, from, to }): readonly Mutation[] => {
    const changed = text.replace(from, (match, ...groups) => to(match, ...groups.map(String)))
    return changed === text ? [] : [{ what, text: changed }]
  })
  const [first, ...others] = [...text.matchAll(NAMED[lang] ?? /$^/g)]
  const second = others.find((other) => first !== undefined && other[1]?.toLowerCase() !== first[1]?.toLowerCase())
  const joined = (a: RegExpMatchArray, b: RegExpMatchArray) =>
    /^\s*(?:,|and|or|en|of)\s*(?:(?:and|or|en|of)\s*)?$/.test(text.slice((a.index ?? 0) + a[0].length, b.index))
  if (first && second && !joined(first, second)) {
    const swapped =
      text.slice(0, first.index) +
      first[0].replace(first[1] as string, second[1] as string) +
      text.slice(first.index + first[0].length, second.index) +
      second[0].replace(second[1] as string, first[1] as string) +
      text.slice(second.index + second[0].length)
    found.push({ what: 'persons', text: swapped })
  }
  const number = /(?<![\d.,:/-])(\d{1,3})(?![\d.,:/-]|\.\d)/.exec(text)
  if (number) found.push({ what: 'number', text: text.replace(number[0], String(Number(number[1]) + 1)) })
  return found
}
