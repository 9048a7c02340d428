import { describe, expect, it } from 'vitest'
import { GRAMMARS, modalityOf } from '../../../src/compare/norms/index.js'
import { LANGUAGES } from '../../../src/model/index.js'

describe.each(LANGUAGES)('the norm rules of %s', (lang) => {
  for (const rule of GRAMMARS[lang].rules) {
    for (const example of rule.examples) {
      it(`${rule.modality}: ${example}`, () => expect(modalityOf(example, lang)).toBe(rule.modality))
    }
    for (const text of rule.not ?? []) {
      it(`not ${rule.modality}: ${text}`, () => expect(modalityOf(text, lang)).not.toBe(rule.modality))
    }
  }
})
