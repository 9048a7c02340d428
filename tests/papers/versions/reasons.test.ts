import { describe, expect, it } from 'vitest'
import { presentChanges } from '../../../src/papers/index.js'
import { renderText } from '../../../src/render/text/index.js'
import { numbered, versions } from '../../support/versions.js'

/** The line of reasons below the one change of two texts. */
function reasonsOf(old: string, next: string): string {
  const { comparison, setting } = versions(
    numbered(`# Regels {#regels}\n\n${old} {#a}`),
    numbered(`# Regels {#regels}\n\n${next} {#a}`),
  )
  const lines = renderText(presentChanges(comparison, setting), { paint: (_style, text) => text, width: 400 }).split('\n')
  return lines.find((line) => /“/.test(line)) ?? ''
}

describe('the reasons for a change, in words', () => {
  it.each([
    [
      'De directeur bewaart een melding twee jaar.',
      'De directeur bewaart een melding vijf jaar.',
      'Termijn: “twee jaar” wordt “vijf jaar”',
    ],
    [
      'De directeur bewaart een melding ten hoogste één schooljaar.',
      'De directeur bewaart een melding ten hoogste een half schooljaar.',
      'Termijn: “één schooljaar” wordt “een half schooljaar”',
    ],
  ])('have the unit of a number, and all words of it: %s', (old, next, said) => expect(reasonsOf(old, next)).toBe(said))

  it('leave no word of weight untold that changed in one breath with what is named', () => {
    const said = reasonsOf(
      'Ouders melden vóór 8.30 uur telefonisch of via de app dat een kind ziek is.',
      'Ouders melden vóór 8.15 uur via de app dat een kind ziek is.',
    )
    expect(said).toContain('telefonisch')
    expect(said).toContain('8.15')
  })

  it('take nobody in a new row of a table for who became of a changed cell', () => {
    const table = (...rows: string[]): string => ['| Medicijn | Wie |', '| --- | --- |', ...rows, ''].join('\n')
    const said = reasonsOf(table('| Insuline | conciërge |'), table('| Insuline | administratie |', '| Ritalin | directeur |'))
    expect(said).not.toContain('“conciërge” wordt “directeur”')
    expect(said).toContain('“conciërge” vervalt')
    expect(said).toContain('“directeur” komt erbij')
  })
})
