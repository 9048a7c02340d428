import { describe, expect, it } from 'vitest'
import { branchesIn, dealtIn, noCounts, play } from './histories.js'

/**
 * Repositories of public policies, as folders of git apart by colons: `CLAUSULE_HISTORIES=/mirrors/site-policy.git:/mirrors/policies.git`. They
 * are not part of this one; without them the test is skipped.
 */
const FOLDERS = (process.env.CLAUSULE_HISTORIES ?? '').split(':').filter(Boolean)
const MOST = Number(process.env.CLAUSULE_HISTORIES_MOST ?? 150)

describe.skipIf(FOLDERS.length === 0)('real histories, one side played as template and the other as school', () => {
  it.each([branchesIn, dealtIn])('lose no word of the school, and ask only where both changed the same (%o)', (branches) => {
    const all = noCounts()
    for (const folder of FOLDERS) {
      const counts = noCounts()
      for (const each of branches(folder, MOST)) play(each, counts)
      const { examples, ...numbers } = counts
      process.stdout.write(`${branches.name} ${folder} ${JSON.stringify(numbers)}\n${examples.slice(0, 40).join('\n')}\n`)
      for (const key of Object.keys(numbers) as (keyof typeof numbers)[]) all[key] += numbers[key]
    }
    process.stdout.write(`${branches.name} ${JSON.stringify(all)}\n`)
    expect([all.lost, all.lostInPrint]).toEqual([0, 0])
    expect(all.asked).toBeLessThanOrEqual(all.oneSided * 0.01)
    expect(all.merged).toBeGreaterThanOrEqual(all.apart * 0.9)
  })
})
