// The chime before a call: two struck tones, a falling third, made on the spot so that no file is needed.

interface Partial {
  readonly ratio: number;
  readonly gain: number;
  readonly lastsS: number;
}

const TONES_HZ = [659.26, 523.25] as const;
const TONE_APART_S = 0.42;
const PARTIALS: readonly Partial[] = [
  { ratio: 1, gain: 0.5, lastsS: 1.1 },
  { ratio: 2, gain: 0.16, lastsS: 0.7 },
  { ratio: 3.01, gain: 0.06, lastsS: 0.35 },
];
const ATTACK_S = 0.008;
const SILENT = 0.0001;

/** Schedules the chime to begin now and gives the sources that stop it; it is over after `CHIME_LASTS_S`. */
export function scheduleChime(context: BaseAudioContext, output: AudioNode): readonly AudioScheduledSourceNode[] {
  return TONES_HZ.flatMap((hz, index) => {
    const startS = context.currentTime + index * TONE_APART_S;
    return PARTIALS.map((partial) => strike({ context, output }, hz * partial.ratio, startS, partial));
  });
}

export const CHIME_LASTS_S = 1.4;

function strike(
  { context, output }: { readonly context: BaseAudioContext; readonly output: AudioNode },
  hz: number,
  startS: number,
  { gain, lastsS }: Partial,
): OscillatorNode {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = hz;
  loudness.gain.setValueAtTime(SILENT, startS);
  loudness.gain.exponentialRampToValueAtTime(gain, startS + ATTACK_S);
  loudness.gain.exponentialRampToValueAtTime(SILENT, startS + lastsS);
  tone.connect(loudness).connect(output);
  tone.start(startS);
  tone.stop(startS + lastsS);
  return tone;
}
