import { describe, expect, it } from 'vitest'
import { createWording } from '../../src/present/index.js'
import { readPolicy } from '../../src/read/index.js'
import { historiesOf } from '../../src/site/history.js'
import type { SiteChange, SitePolicy } from '../../src/site/types.js'
import { compareVersions } from '../../src/versions/index.js'
import { textOf } from './build.js'

/** What became of clauses through the versions given, as the page of the last one tells it. */
function through(...texts: readonly string[]) {
  const policies = texts.map((words, i) => readPolicy(textOf(`1.${i}.0`, words), 'cameras.md').value)
  const changes = policies.slice(1).map((next, i): SiteChange => {
    const sides = [policies[i], next].map((policy, at) => ({ policy, ref: `${i + at}`, hash: `${i + at}` }))
    const { value: comparison } = compareVersions(sides[0] as never, sides[1] as never, () => undefined)
    return { from: `1.${i}.0`, to: `1.${i + 1}.0`, comparison, setting: { wording: createWording(() => '') } as never }
  })
  const last = policies.at(-1)
  const ids = new Set([...(texts.at(-1) ?? '').matchAll(/\{#([\w-]+)\}/g)].map(([, id = '']) => id).concat('toezicht'))
  const { of, gone } = historiesOf({ changes } as unknown as SitePolicy, last?.metadata.version ?? '', ids)
  return {
    of: Object.fromEntries([...of].map(([id, all]) => [id, all.map(({ change }) => change.to)])),
    gone: gone.map(({ id, last: until, without, to }) => ({ id, until, without, to })),
  }
}

const HALL = "In de hal hangen camera's die dag en nacht opnemen. {#hal}"
const KEEP = 'Beelden worden na vier weken gewist. {#wissen}'

describe('the history of a clause', () => {
  it('names every version in which its words changed, and none other', () => {
    const week = KEEP.replace('vier', 'drie')
    expect(through(`${HALL}\n\n${KEEP}`, `${HALL}\n\n${week}`, `${HALL}\n\n${week}`, `${HALL}\n\n${KEEP}`).of).toEqual({
      wissen: ['1.1.0', '1.3.0'],
    })
  })

  it('tells of a clause that left when it left, and of one that came when it came', () => {
    const told = through(`${HALL}\n\n${KEEP}`, HALL, `${HALL}\n\nBezoekers worden gewaarschuwd. {#bord}`)
    expect(told.gone).toEqual([{ id: 'wissen', until: '1.0.0', without: '1.1.0', to: [] }])
    expect(told.of).toEqual({ bord: ['1.2.0'] })
  })

  it('follows the words of a clause that was taken up in another, also when that one was taken up again', () => {
    const both = "In de hal hangen camera's die dag en nacht opnemen. Beelden worden na vier weken gewist. {#hal}"
    expect(through(`${HALL}\n\n${KEEP}`, both).gone).toEqual([{ id: 'wissen', until: '1.0.0', without: '1.1.0', to: ['hal'] }])
  })

  it('says nothing of a clause that only got another number', () => {
    expect(through(`1. ${HALL}\n2. ${KEEP}`, `1. Wie binnenkomt, ziet een bord. {#bord}\n2. ${HALL}\n3. ${KEEP}`).of).toEqual({
      bord: ['1.1.0'],
    })
  })
})
