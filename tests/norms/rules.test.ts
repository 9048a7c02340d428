import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/model/index.js'
import { modalityOf, RULES, ruleFor } from '../../src/norms/index.js'

describe.each(LANGUAGES)('the norm rules of %s', (lang) => {
  for (const rule of RULES) {
    for (const [modality, text] of rule.examples[lang] ?? []) {
      it(`${rule.name}: ${text}`, () => {
        expect(modalityOf(text, lang)).toBe(modality)
        // That a sentence only states may also follow from no rule finding anything.
        if (modality !== 'statement') expect(ruleFor(text, lang)?.name).toBe(rule.name)
      })
    }
  }
})
