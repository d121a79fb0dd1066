// The kiosk without sight: says what is asked and every way on, takes the keys of a keypad, says back what was typed
// before it is sent, and says at once what changes. Everything it says is heard in headphones alone and kept nowhere.

import { language, languageCodes, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { focusedOf, headingIn, findAll, partsOf, pressablesIn } from '../keyboard/screen-parts.ts';
import { strings, t } from '../strings/strings.ts';
import type { GuideKey } from './guide-keys.ts';
import { MultiTap } from './multi-tap.ts';
import { groupsOf, say, sayPage, sayWays, type Way } from './narration.ts';
import { choicesIn, readPage, type Choice } from './page-reading.ts';
import { SpeechQueue, type Sentence, type Speech } from './speech-queue.ts';
import { piecesOf } from './spoken-words.ts';
import { spelled, typingOn, type Typing } from './typed-by-keys.ts';

export interface AudioGuideParts {
  readonly speech: Speech;
  /** The frame, its tools included, and the page that holds the floor. */
  readonly frame: () => ParentNode;
  readonly page: () => HTMLElement | undefined;
  /** The curtain, or that nothing speaks, is drawn again. */
  readonly changed: () => void;
  readonly ended: () => void;
}

const TYPED = 'kiosk-keypad, kiosk-keyboard, kiosk-date, kiosk-field';

export class AudioGuide {
  readonly #parts: AudioGuideParts;
  readonly #queue: SpeechQueue;
  readonly #taps = new MultiTap();
  #isDark = false;
  #isSilent = false;
  #page: HTMLElement | undefined;
  #question = '';
  #code: LanguageCode = language.code;
  #news = new Set<string>();
  /** Which group of ways the digits are for. */
  #group = 0;
  /** Where something is typed: the digits choose among the other ways instead. */
  #choosing = false;
  #saidBack: string | undefined;
  /** A key was pressed, and what comes of it is told even where it looks as before. */
  #isAwaited = false;
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: AudioGuideParts) {
    this.#parts = parts;
    this.#queue = new SpeechQueue(parts.speech, (heard) => this.#heard(heard));
  }

  /** A curtain is before the screen, so that nobody else reads it. */
  get isDark(): boolean {
    return this.#isDark;
  }

  /** Nothing here speaks this language. */
  get isSilent(): boolean {
    return this.#isSilent;
  }

  start(): void {
    for (const code of languageCodes) void strings.load(code).catch(() => undefined);
    this.#say(t('guide.intro'));
    this.#begin(false);
  }

  stop(): void {
    clearTimeout(this.#looking);
    this.#queue.stop();
  }

  /** The screen may have changed: another page or question is read from its beginning, news of this one is told. */
  look(): void {
    clearTimeout(this.#looking);
    // What stands in the page is drawn a moment after it.
    this.#looking = setTimeout(() => this.#look());
  }

  /** Somebody moved the focus with Tab. */
  focusMoved(): void {
    const targets = this.#targets();
    const target = targets[focusedOf(targets)];
    if (target) this.#sayTarget(target);
  }

  async key(key: GuideKey, at: number): Promise<void> {
    this.#isAwaited = true;
    switch (key.key) {
      case 'digit':
        return this.#digit(key.digit, at);
      case 'confirm':
        return this.#confirm();
      case 'back':
        return this.#back();
      case 'next':
        return this.#move(1);
      case 'previous':
        return this.#move(-1);
      case 'repeat':
        return this.#begin(true);
      case 'help':
        return this.#help();
      case 'unplugged':
        return this.#parts.ended();
    }
  }

  lift(): void {
    this.#isDark = false;
    this.#parts.changed();
  }

  #look(): void {
    const page = this.#parts.page();
    if (!page) return;
    const question = questionOf(page);
    const isAnother = page.localName !== this.#page?.localName || (page !== this.#page && this.#isAwaited);
    if (question !== '' && (isAnother || question !== this.#question || language.code !== this.#code)) {
      this.#begin(true);
      return;
    }
    this.#page = page;
    this.#tellNews();
  }

  /** Reads the page from its beginning. */
  #begin(urgently: boolean): void {
    const page = this.#parts.page();
    if (!page) return;
    [this.#page, this.#question, this.#code] = [page, questionOf(page), language.code];
    [this.#group, this.#choosing, this.#saidBack, this.#isAwaited] = [0, false, undefined, false];
    this.#taps.forget();
    this.#news = new Set(this.#newsOn().keys());
    const typing = this.#typing();
    const sentences = [
      ...sayPage(readPage(page), language.code),
      ...(typing ? [...say(typing.how, language.code), ...say(t('guide.otherWays'), language.code)] : this.#offer()),
    ];
    if (urgently) this.#queue.interrupt(sentences);
    else this.#queue.add(sentences);
  }

  #tellNews(): void {
    const news = this.#newsOn();
    for (const [words, isUrgent] of news) {
      if (this.#news.has(words)) continue;
      if (isUrgent) this.#queue.interrupt(say(words, language.code));
      else this.#queue.add(say(words, language.code));
    }
    this.#news = new Set(news.keys());
  }

  /** What the screen tells by itself, and whether it cannot wait. */
  #newsOn(): Map<string, boolean> {
    const told = findAll(this.#parts.frame(), '[role=alert], [role=status]', 'header, foyer-floor, kiosk-date, h1, h2');
    const news = told.map((each) => [piecesOf(each).join(' '), each.matches('[role=alert], .busy')] as const);
    return new Map(news.filter(([words]) => words !== ''));
  }

  async #digit(digit: string, at: number): Promise<void> {
    const typing = this.#typing();
    if (typing && !this.#choosing) {
      typing.type(digit, at);
      return this.#echo(typing);
    }
    if (digit === '0') return this.#choosing ? this.#offerAloud() : this.#begin(true);
    if (digit === '8') return this.#nextGroup();
    if (digit === '9') return this.#help();
    const way = this.#groups()[this.#group]?.[Number(digit) - 1];
    if (way) await this.#press(way);
    else this.#say(t('guide.nothing', { key: digit }));
  }

  async #confirm(): Promise<void> {
    const targets = this.#targets();
    const target = targets[focusedOf(targets)];
    const typing = this.#typing();
    if (target) return this.#press({ name: '', more: [], press: () => target.click() });
    if (!typing || this.#choosing) return this.#begin(true);
    this.#taps.forget();
    if (typing.typed === '') {
      this.#choosing = true;
      return this.#offerAloud();
    }
    if (typing.doubt !== undefined) return this.#say(typing.doubt);
    if (!typing.ready) return this.#say(t('guide.notWhole', { typed: typing.said }));
    if (this.#saidBack !== typing.typed) return this.#sayBack(typing);
    typing.send();
  }

  async #back(): Promise<void> {
    const typing = this.#typing();
    if (typing && !this.#choosing && typing.typed !== '') {
      this.#taps.forget();
      typing.remove();
      await drawn();
      const left = this.#typing()?.typed ?? '';
      return this.#say(left === '' ? t('guide.deletedAll') : t('guide.deleted', { typed: spelled(left) }));
    }
    if (this.#group > 0 || this.#choosing) return this.#begin(true);
    const [back] = findAll(this.#tools, 'foyer-button[icon=back]');
    if (back) back.click();
    else this.#say(t('guide.noBack'));
  }

  #move(step: 1 | -1): void {
    const targets = this.#targets();
    const at = focusedOf(targets);
    const next = at === -1 && step === -1 ? targets.length - 1 : (at + step + targets.length) % targets.length;
    const target = targets[next];
    target?.focus();
    if (target) this.#sayTarget(target);
  }

  #help(): void {
    const [call] = findAll(this.#tools, '.call[icon=person]');
    if (call) call.click();
    else this.#begin(true);
  }

  /** What was typed, as it comes; a date that is whole is said back at once. */
  async #echo(before: Typing): Promise<void> {
    await drawn();
    const typing = this.#typing();
    if (!typing) return;
    if (typing.doubt !== undefined) return this.#say(`${typing.said}. ${typing.doubt}`);
    if (typing.ready && typing.said !== spelled(typing.typed)) return this.#sayBack(typing);
    const same = [...typing.typed].findIndex((each, index) => each !== before.typed[index]);
    if (same >= 0) this.#say(spelled(typing.typed.slice(same)));
  }

  #sayBack(typing: Typing): void {
    this.#saidBack = typing.typed;
    this.#say(t('guide.right', { typed: typing.said }));
  }

  /** Presses it, and tells what became of it where the page stays. */
  async #press(way: Way): Promise<void> {
    const [page, question] = [this.#page, this.#question];
    const before = this.#choices();
    way.press();
    await drawn();
    if (this.#page !== page || this.#parts.page() !== page || !page || questionOf(page) !== question) return;
    const after = this.#choices();
    const names = (choices: readonly Choice[]) => choices.map(({ name }) => name).join('\n');
    if (names(before) !== names(after)) return this.#offerAloud();
    const turned = after.find(({ chosen }, index) => chosen !== before[index]!.chosen);
    if (turned) this.#say(t(turned.chosen ? 'guide.chosen' : 'guide.notChosen', { name: turned.name }));
  }

  #nextGroup(): void {
    const groups = this.#groups();
    this.#group = (this.#group + 1) % groups.length;
    if (this.#group === groups.length - 1)
      this.#queue.interrupt([...say(t('guide.menu'), language.code), ...this.#offer()]);
    else this.#offerAloud();
  }

  #offerAloud(): void {
    this.#queue.interrupt(this.#offer());
  }

  #offer(): Sentence[] {
    const groups = this.#groups();
    const goesOn = this.#group < groups.length - 2;
    const further = goesOn ? t('guide.moreChoices') : t('guide.menu');
    return [
      ...sayWays(groups[this.#group] ?? [], language.code),
      ...(goesOn || this.#choosing ? say(t('guide.choice', { name: further, key: '8' }), language.code) : []),
      ...(this.#choosing ? say(t('guide.choice', { name: t('frame.help'), key: '9' }), language.code) : []),
    ];
  }

  /** The page's own ways; where it has none, those of help. Last what every page has. */
  #groups(): readonly (readonly Way[])[] {
    const own = this.#choices();
    const isTyped = this.#typing() !== undefined;
    const ways = own.length === 0 && !isTyped ? findAll(this.#tools, '.help foyer-button').flatMap(choiceOn) : own;
    return [...groupsOf(ways.map(wayOf)), this.#menu()];
  }

  #menu(): readonly Way[] {
    const tools = ['foyer-button[icon=again]', '.unwell', '.languages foyer-button:not([on])'].flatMap((each) =>
      findAll(this.#tools, each),
    );
    return [
      ...tools.flatMap(choiceOn).map(wayOf),
      { name: this.#isDark ? t('guide.bright') : t('guide.dark'), more: [], press: () => this.#turnDark() },
      { name: t('guide.end'), more: [], press: () => this.#parts.ended() },
    ];
  }

  #turnDark(): void {
    this.#isDark = !this.#isDark;
    this.#group = 0;
    this.#say(this.#isDark ? t('guide.isDark') : t('guide.isBright'));
    this.#parts.changed();
  }

  #heard(heard: boolean): void {
    if (this.#isSilent === !heard) return;
    this.#isSilent = !heard;
    this.#parts.changed();
  }

  #say(text: string): void {
    this.#queue.interrupt(say(text, language.code));
  }

  #sayTarget(target: HTMLElement): void {
    const [choice] = choiceOn(target);
    if (choice) this.#queue.interrupt(say([choice.name, ...choice.more].join('. '), choice.code));
  }

  #choices(): readonly Choice[] {
    return this.#page ? readPage(this.#page).choices : [];
  }

  #targets(): readonly HTMLElement[] {
    return [...this.#choices().map(({ element }) => element), ...pressablesIn(this.#tools)];
  }

  #typing(): Typing | undefined {
    return this.#page && typingOn(partsOf(this.#page), this.#taps, language.code);
  }

  get #tools(): ParentNode {
    const tools = this.#parts.frame().querySelector<HTMLElement>('kiosk-toolbar');
    return tools ? partsOf(tools) : document.createDocumentFragment();
  }
}

function wayOf({ name, more, chosen, code, element }: Choice): Way {
  return { name, more, chosen, code, press: () => element.click() };
}

function choiceOn(element: HTMLElement): Choice[] {
  return element.parentNode ? choicesIn(element.parentNode).filter((choice) => choice.element === element) : [];
}

function questionOf(page: HTMLElement): string {
  const heading = headingIn(page);
  return heading ? piecesOf(heading).join(' ') : (piecesOf(page, TYPED)[0] ?? '');
}

/** Elements draw again within a microtask; the page of what was asked for may still be on its way. */
function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
