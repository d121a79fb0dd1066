// The one page that is there before any screen can be: how a device comes to trust the clinic's edge. It is plain HTML that
// the oldest tablet shows, over plain HTTP; the words of the authority are what somebody compares, because nothing else
// says on this page whose it is.

import { languages, type Language } from '@foyer/contracts/languages.ts';
import type { Fingerprint } from './authority-fingerprint.ts';
import { stepPicture } from './authority-picture.ts';
import { authorityWords, platformNames, platforms, type Platform } from './authority-words.ts';

export interface AuthorityPage {
  /** Undefined: the first run has not named the clinic. */
  readonly clinicName: string | undefined;
  readonly language: Language;
  readonly fingerprint: Fingerprint;
  /** Of the device that asks; undefined: it does not say. */
  readonly platform: Platform | undefined;
  /** Of HTTPS, where the device is to be. */
  readonly origin: string;
  /** This page as a code to scan, an SVG. */
  readonly qr: string;
}

const languageNames: { readonly [L in Language]: string } = { en: 'English', es: 'Español', zh: '中文', ar: 'العربية' };

export function authorityPage(page: AuthorityPage): string {
  const { clinicName, language, fingerprint, platform, origin, qr } = page;
  const words = authorityWords[language];
  const title = clinicName === undefined ? words.title : `${words.title} · ${clinicName}`;
  return `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<title>${escaped(title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/authority.css">
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>
<nav>${languages.map((each) => languageLink(each, language)).join('')}</nav>
<h1>${escaped(title)}</h1><p>${escaped(words.why)}</p>
<p><a class="act" href="/foyer-authority.crt">${escaped(words.download)}</a></p>
<h2>${escaped(words.compare)}</h2><p>${escaped(words.compareWhy)}</p>
<ul class="words">${fingerprint.words.map((word) => `<li>${escaped(word)}</li>`).join('')}</ul>
<p>${escaped(words.fingerprint)}<br><span class="hex">${fingerprint.hex}</span></p>
<h2>${escaped(words.steps)}</h2>${platforms.map((each) => stepsOn(each, language, each === platform)).join('')}
<h2>${escaped(words.check)}</h2><p>${escaped(words.checkWhy)}</p>
<p><button id="check" data-at="${escaped(origin)}/authority/trusted">${escaped(words.check)}</button></p>
<div role="status"><div id="works" hidden><p class="works">${escaped(words.works)}</p>
<p><a class="act" href="${escaped(origin)}/">${escaped(words.onward)}</a></p></div>
<p id="fails" class="fails" hidden>${escaped(words.fails)}</p></div>
<h2>${escaped(words.another)}</h2><p>${escaped(words.anotherWhy)}</p><div class="qr">${qr}</div>
</main><script type="module" src="/authority.js"></script></body></html>`;
}

/** By what a browser calls itself; an iPad says that it is a Mac. */
export function platformOf(userAgent: string): Platform | undefined {
  const signs: readonly (readonly [RegExp, Platform])[] = [
    [/Android/, 'android'],
    [/CrOS/, 'chromeos'],
    [/iPhone|iPad/, 'apple'],
    [/Windows/, 'windows'],
    [/Macintosh/, 'mac'],
    [/Linux/, 'linux'],
  ];
  return signs.find(([sign]) => sign.test(userAgent))?.[1];
}

/** What was asked for, or the first that the browser would rather have and is there. */
export function languageOf(asked: string | undefined, accepted = ''): Language {
  const wanted = [asked ?? '', ...accepted.split(',')].map((each) => each.trim().slice(0, 2).toLowerCase());
  return wanted.flatMap((each) => languages.find((known) => known === each) ?? []).at(0) ?? 'en';
}

function languageLink(each: Language, current: Language): string {
  const mark = each === current ? ' aria-current="page"' : '';
  return `<a href="/authority?lang=${each}" lang="${each}" hreflang="${each}"${mark}>${languageNames[each]}</a>`;
}

function stepsOn(platform: Platform, language: Language, open: boolean): string {
  const steps = authorityWords[language].on[platform].map(({ text, path }) => {
    return `<li><p>${escaped(text)}</p>${stepPicture(path, escaped, language === 'ar')}</li>`;
  });
  const name = `<bdi>${platformNames[platform]}</bdi>`;
  return `<details${open ? ' open' : ''}><summary>${name}</summary><ol>${steps.join('')}</ol></details>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
