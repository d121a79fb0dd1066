// A call button made of software: signs in as itself, says that it was pressed, and goes. MQTT 3.1.1.

import { connectAsync, type MqttClient } from 'mqtt';

export interface ButtonCredential {
  readonly clinicId: string;
  readonly deviceId: string;
  readonly password: string;
}

export type PressResult = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };

const PATIENCE_MS = 3_000;

/** Publishes one press with the broker's acknowledgement. Never rejects. */
export async function pressButton(mqttUrl: string, button: ButtonCredential): Promise<PressResult> {
  let client: MqttClient | undefined;
  try {
    client = await connectAsync(
      mqttUrl,
      {
        protocolVersion: 4,
        clientId: button.deviceId,
        username: button.deviceId,
        password: button.password,
        connectTimeout: PATIENCE_MS,
        reconnectPeriod: 0,
      },
      false,
    );
    await client.publishAsync(
      `foyer/v1/${button.clinicId}/${button.deviceId}/event`,
      JSON.stringify({ press: 'single' }),
      {
        qos: 1,
      },
    );
    return { ok: true };
  } catch {
    return { ok: false, error: { code: 'button-not-connected' } };
  } finally {
    await client?.endAsync(true).catch(() => undefined);
  }
}
