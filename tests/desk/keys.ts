import type { Page } from 'playwright-core'

/** How a person without a mouse goes to something: by Tab, until it is there; or back, by Shift and Tab. */
export async function reach(page: Page, selector: string, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const wanted = page.locator(selector).first()
  await wanted.waitFor()
  for (let steps = 0; steps < 150; steps++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return
    await page.keyboard.press(by)
  }
  throw new Error(`${selector} cannot be reached by ${by}`)
}

/** Goes to a button or a link and takes it; another page follows. */
export async function enter(page: Page, selector: string, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await reach(page, selector, by)
  await follow(page, () => page.keyboard.press('Enter'))
}

/** Does what another page follows on, and waits for that page: one that is loaded anew is not the one. */
export async function follow(page: Page, act: () => Promise<void>): Promise<void> {
  const isAnother = (): Promise<boolean> => page.evaluate('performance.getEntriesByType("navigation")[0].type !== "reload"')
  await Promise.all([page.waitForEvent('load', isAnother), act()])
}

/** Goes to a field and types in the place of what stands there. */
export async function type(page: Page, selector: string, words: string): Promise<void> {
  await reach(page, selector)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(words)
}

/** Goes to a choice or a box and ticks it. */
export async function choose(page: Page, selector: string): Promise<void> {
  await reach(page, selector)
  await page.keyboard.press('Space')
}
