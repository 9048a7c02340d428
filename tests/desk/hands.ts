import type { Page } from 'playwright-core'
import { choose, enter, follow, reach, type } from './keys.js'

/** The ways a person goes through the desk. A selector names one thing on a page. */
export interface Hand {
  /** Takes a link or a button; another page follows. */
  readonly go: (selector: string) => Promise<void>
  readonly fill: (selector: string, words: string) => Promise<void>
  /** Ticks a box or one of several. */
  readonly tick: (selector: string) => Promise<void>
  /** Chooses from a list by what is read there. */
  readonly select: (selector: string, words: string) => Promise<void>
  /** Asks for a file and gives it. */
  readonly give: (selector: string, file: { name: string; mimeType: string; buffer: Buffer }) => Promise<void>
  /** Puts the cursor behind the last words of the text that is written in. */
  readonly toEnd: (last: string) => Promise<void>
  /** Goes out of the text to a link above it. */
  readonly leave: (selector: string) => Promise<void>
}

/** Without a mouse: by Tab to everything, by the keys that every browser has. */
export const keyboard = (page: Page): Hand => ({
  go: (selector) => enter(page, selector),
  fill: (selector, words) => type(page, selector, words),
  tick: (selector) => choose(page, selector),
  async select(selector, words) {
    await reach(page, selector)
    await page.keyboard.type(words)
  },
  async give(selector, file) {
    // The browser is told to hand over its dialog before the dialog can open.
    const asked = page.waitForEvent('filechooser')
    await reach(page, selector)
    await page.keyboard.press('Enter')
    await (await asked).setFiles(file)
  },
  async toEnd() {
    await reach(page, '.ProseMirror')
    await page.keyboard.press('ControlOrMeta+End')
  },
  async leave(selector) {
    // In the text Tab puts an item deeper: the bar of buttons is the way out of it.
    await page.keyboard.press('Alt+F10')
    await enter(page, selector, 'Shift+Tab')
  },
})

/** With a mouse, and the keyboard for words alone. */
export const mouse = (page: Page): Hand => {
  const go = (selector: string) => follow(page, () => page.locator(selector).first().click())
  return {
    go,
    fill: (selector, words) => page.locator(selector).fill(words),
    tick: (selector) => page.locator(selector).check(),
    async select(selector, words) {
      const option = page.locator(`${selector} option`, { hasText: new RegExp(`^${words}`, 'i') }).first()
      await page.locator(selector).selectOption((await option.getAttribute('value')) ?? '')
    },
    async give(selector, file) {
      const asked = page.waitForEvent('filechooser')
      await page.locator(selector).click()
      await (await asked).setFiles(file)
    },
    async toEnd(last) {
      await page.locator('.ProseMirror').getByText(last).last().click()
      await page.keyboard.press('End')
    },
    leave: go,
  }
}
