import { filled, type Kinds, lines, some } from './text.js'

/** Attributes and parameters. */
export const attributes: Kinds = {
  'attributes ids': lines((i) => `${some(4)} {#a${i}}\n`),
  'attributes same id': lines(() => `${some(4)} {#a}\n`),
  'attributes many keys': lines(() => `${some(4)} {${Array.from({ length: 40 }, (_, j) => `k${j}=v`).join(' ')}}\n`),
  'attributes classes': lines(() => `${some(4)} {${filled('.a ', 300)}}\n`),
  'attributes unclosed': lines((i) => `${some(4)} {#a${i}\n`),
  'attributes quoted open': lines(() => `${some(4)} {a="b\n`),
  'attributes nested': lines(() => `${some(4)} {#a{#b{#c}}}\n`),
  'attributes only': lines((i) => `{#a${i}}\n`),
  'attributes stacked': lines((i) => `${some(2)} {#a${i}} {#b${i}} {#c}\n`),
  'attributes bad': lines((i) => `${some(4)} {#é ${i}}\n`),
  parameters: lines((i) => `{{p${i}}} ${some(4)}\n`),
  'parameters blocks': lines(() => `{{#if a}} ${some(4)}\n`),
  'parameters closed': lines(() => `}} ${some(2)} {{\n`),
  'parameters triple': lines(() => `{{{a}}} ${some(2)}\n`),
  was: lines((i) => `${some(4)} {#a${i} was=a${i + 1}}\n`),
  kept: lines((i) => `${some(4)} {#a${i} .locked}\n`),
}
