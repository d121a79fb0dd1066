// Things without a screen: what they say, and what they are told. MQTT never holds the only copy of a fact.

export interface Press {
  readonly deviceId: string;
  readonly servicePointId: string | null;
  readonly press: 'single' | 'long';
  /** The button's own number of the press, where it numbers them. */
  readonly id?: string | undefined;
}
export interface Things {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Once for each press, however often the message came. */
  onPress(listener: (press: Press) => void): void;
  /** Numbers and codes alone; nothing about a person. */
  tell(deviceId: string, message: { readonly [key: string]: string | number | boolean }): void;
}
