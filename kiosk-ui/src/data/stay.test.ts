import { describe, expect, it } from 'vitest';
import { stayOnThisPage } from './stay.ts';

function aPage() {
  const page = new EventTarget();
  const pushed: unknown[] = [];
  stayOnThisPage(page, { pushState: (...entry) => pushed.push(entry) });
  const send = (type: string, facts: object = {}): Event => {
    const event = Object.assign(new Event(type, { cancelable: true }), {
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      ...facts,
    });
    page.dispatchEvent(event);
    return event;
  };
  return { pushed, send };
}

describe('whoever tries to leave the kiosk’s page', () => {
  it.each([
    ['contextmenu', {}],
    ['dragover', {}],
    ['drop', {}],
    ['wheel', { ctrlKey: true }],
    ['keydown', { key: 'P', ctrlKey: true }],
    ['keydown', { key: 's', metaKey: true }],
    ['keydown', { key: 'ArrowLeft', altKey: true }],
    ['keydown', { key: 'F12' }],
  ])('gets nothing from %s %o', (type, facts) => {
    expect(aPage().send(type, facts).defaultPrevented).toBe(true);
  });

  it('stays at Back, as often as it is pressed', () => {
    const { pushed, send } = aPage();
    expect(pushed).toHaveLength(1);
    send('popstate');
    send('popstate');
    expect(pushed).toHaveLength(3);
  });

  it.each([
    ['wheel', {}],
    ['keydown', { key: 'p' }],
    ['keydown', { key: 'Tab' }],
    ['keydown', { key: 'v', ctrlKey: true }],
    ['keydown', { key: 'F5' }],
  ])('scrolls, types and moves as before: %s %o', (type, facts) => {
    expect(aPage().send(type, facts).defaultPrevented).toBe(false);
  });
});
