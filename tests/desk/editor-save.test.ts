import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TEXT, unseenPage } from './unseen-page.js'

const pass = (time: number) => vi.advanceTimersByTimeAsync(time)
const TYPED = TEXT.replace('toestemming.', 'toestemming. Altijd.')

describe('saving what is typed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('writes once, soon after the last key, and not while keys follow each other', async () => {
    const { saver, type, sent, ...at } = unseenPage()
    for (const letter of ' Al') {
      type(letter === ' ' ? 'toestemming.' : letter === 'A' ? 'toestemming. ' : 'toestemming. A', letter)
      await pass(150)
    }
    expect(sent).toHaveLength(0)
    await pass(100)
    expect(sent).toHaveLength(1)
    expect(saver.isSaved).toBe(true)
    await pass(10_000)
    expect(sent).toHaveLength(1)
    expect(at.standings.at(-1)).toEqual(['saved', undefined])
  })

  it('writes in the midst of keys that do not end', async () => {
    const made = unseenPage()
    for (let at = 0; at < 10; at++) {
      made.type('toestemming', '!')
      await pass(100)
    }
    expect(made.sent.length).toBeGreaterThan(0)
    expect(made.file).toContain('toestemming!!!!!')
  })

  it('does not say that all is saved when an answer comes after the next key', async () => {
    const made = unseenPage()
    made.desk('late')
    made.type('toestemming.', ' Altijd.')
    await pass(300)
    made.type('Altijd.', ' Echt.')
    await pass(1000)
    expect([made.standing, made.file]).toEqual(['unsaved', TYPED])
    expect(made.saver.isSaved).toBe(false)
    // The acts of which the file is sure: not the one that came while it was written.
    expect(made.saved).toEqual([[TYPED, 1]])
    await pass(2000)
    expect([made.standing, made.file]).toEqual(['saved', TYPED.replace('Altijd.', 'Altijd. Echt.')])
  })

  it('is saved at once when what was typed is taken back and the page left', async () => {
    const made = unseenPage()
    await made.saver.now(true)
    const before = made.doc
    made.type('toestemming.', ' Altijd.')
    made.put(before)
    expect(made.standing).toBe('unsaved')
    await made.saver.now(true)
    expect([made.standing, made.file, made.saver.isSaved]).toEqual(['saved', TEXT, true])
    await pass(10_000)
    expect(made.standing).toBe('saved')
  })

  it('gives the clause under the cursor its name when it is left while another save is under way', async () => {
    const made = unseenPage()
    made.desk('late')
    made.clause('toestemming.', 'Leraren filmen niet.')
    made.type('filmen niet.', ' Nooit.')
    await pass(300)
    await made.saver.now(true)
    await pass(5000)
    expect(made.file).toMatch(/Leraren filmen niet\. Nooit\. \{#[a-z-]+\}/)
    expect([made.standing, made.saver.isSaved]).toEqual(['saved', true])
  })

  it('sends again until somebody answers, and says so', async () => {
    const made = unseenPage()
    made.desk('away')
    made.type('toestemming.', ' Altijd.')
    await pass(10_000)
    expect([made.standing, made.file]).toEqual(['lost', TEXT])
    made.desk('answers')
    await pass(2000)
    expect([made.standing, made.file]).toEqual(['saved', TYPED])
  })

  it('knows its own text again that arrived while nobody was heard, with the names it got, and typed in since', async () => {
    const made = unseenPage()
    made.desk('unheard')
    made.clause('toestemming.', 'Leraren filmen niet.')
    await made.saver.now(true)
    expect(made.standing).toBe('lost')
    expect(made.file).toContain('Leraren filmen niet. {#')
    const id = /niet\. \{#([a-z-]+)\}/.exec(made.file)?.[1]
    made.desk('answers')
    made.type('filmen niet.', ' Nooit.')
    await pass(5000)
    // The one that nobody answered for, and the next with it: whoever loads the page anew must know both.
    expect(made.onWay.slice(0, 2)).toEqual([[1], [1, 2]])
    expect(made.conflicts).toEqual([])
    expect([made.standing, made.saver.isSaved]).toEqual(['saved', true])
    expect(made.file).toContain(`Leraren filmen niet. Nooit. {#${id}}`)
  })

  it.each([403, 413])(
    'says a refusal without a reason (%i), keeps the text as not saved, and sends the next key',
    async (status) => {
      const made = unseenPage()
      made.desk(status)
      made.type('toestemming.', ' Altijd.')
      await pass(10_000)
      expect(made.standings.at(-1)).toEqual(['refused', 'refused'])
      expect([made.sent.length, made.saver.isSaved]).toEqual([1, false])
      made.desk('answers')
      made.type('Altijd.', '!')
      await pass(300)
      expect(made.file).toBe(TYPED.replace('Altijd.', 'Altijd.!'))
    },
  )

  it('sends again by itself what could not be written', async () => {
    const made = unseenPage()
    made.desk(503)
    made.type('toestemming.', ' Altijd.')
    await pass(1000)
    expect(made.standing).toBe('refused')
    made.desk('answers')
    await pass(2000)
    expect([made.standing, made.file]).toEqual(['saved', TYPED])
  })

  it('puts together what another wrote in another clause', async () => {
    const made = unseenPage()
    made.elsewhere("foto's.", "foto's kort.")
    made.type('toestemming.', ' Altijd.')
    await pass(1000)
    expect([made.standing, made.file]).toEqual(['saved', TYPED.replace("foto's.", "foto's kort.")])
  })

  it('holds what is typed while both are shown, and shows the file anew when it changes again', async () => {
    const made = unseenPage()
    made.elsewhere('toestemming.', 'geen toestemming.')
    made.type('toestemming', ' nu')
    await pass(1000)
    expect([made.conflicts.length, made.standing]).toEqual([1, 'unsaved'])
    made.type('foto', 'graaf')
    await pass(10_000)
    await made.saver.now(true)
    expect([made.sent.length, made.conflicts.length]).toEqual([1, 1])
    // The same file is not shown twice; another is.
    expect(made.saver.seen).toBe(made.file)
    made.elsewhere('geen toestemming.', 'altijd toestemming.')
    expect(made.saver.seen).not.toBe(made.file)
    await made.saver.look()
    expect(made.conflicts).toHaveLength(2)
    expect(made.saver.seen).toBe(made.file)
  })

  it('goes on by itself when the other takes back what was in the way', async () => {
    const made = unseenPage()
    made.elsewhere('toestemming.', '')
    made.type('toestemming.', ' Altijd.')
    await pass(1000)
    expect(made.conflicts).toHaveLength(1)
    made.elsewhere('Ouders geven  {', 'Ouders geven toestemming. {')
    await made.saver.look()
    expect([made.standing, made.file, made.saver.isSaved]).toEqual(['saved', TYPED, true])
  })

  it('writes the text before what is filled in beside it, and counts none of it that is not there', async () => {
    const made = unseenPage()
    made.type('toestemming.', ' Altijd.')
    const filled = made.saver.fill({ act: 'parameter', name: 'school', value: 'De Eik' })
    expect(made.saver.isSaved).toBe(false)
    await pass(1000)
    expect(await filled).toBe(undefined)
    expect(made.file).toBe(TYPED.replace('De Linde', 'De Eik'))
    expect(made.sent.map(({ act }) => act)).toEqual(['save', 'parameter'])
    expect(made.saved.at(-1)).toEqual([made.file])
    expect([made.standing, made.saver.isSaved]).toEqual(['saved', true])
  })

  it('sends nothing of the text where all is saved already', async () => {
    const made = unseenPage()
    await made.saver.fill({ act: 'parameter', name: 'school', value: 'De Eik' })
    expect(made.sent.map(({ act }) => act)).toEqual(['parameter'])
  })

  it('keeps what was filled in while nobody answers, and types on meanwhile', async () => {
    const made = unseenPage()
    made.desk('away')
    const filled = made.saver.fill({ act: 'parameter', name: 'school', value: 'De Eik' })
    await pass(3000)
    expect([made.standing, made.saver.isSaved]).toEqual(['lost', false])
    made.type('toestemming.', ' Altijd.')
    await pass(1000)
    made.desk('answers')
    await pass(5000)
    expect(await filled).toBe(undefined)
    expect([made.standing, made.file]).toEqual(['saved', TYPED.replace('De Linde', 'De Eik')])
  })

  it('fills in a file that another wrote in meanwhile', async () => {
    const made = unseenPage()
    made.elsewhere("foto's.", "foto's kort.")
    const filled = made.saver.fill({ act: 'parameter', name: 'school', value: 'De Eik' })
    await pass(1000)
    expect(await filled).toBe(undefined)
    expect(made.file).toBe(TEXT.replace("foto's.", "foto's kort.").replace('De Linde', 'De Eik'))
    expect([made.standing, made.saver.isSaved]).toEqual(['saved', true])
  })

  it('does not say that a field is kept while two texts are shown', async () => {
    const made = unseenPage()
    made.elsewhere('toestemming.', 'geen toestemming.')
    made.type('toestemming', ' nu')
    await pass(1000)
    expect(await made.saver.fill({ act: 'parameter', name: 'school', value: 'De Eik' })).toBe('conflict')
    expect(made.file).toContain('De Linde')
  })
})
