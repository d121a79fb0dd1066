// The makes that are known. Sources: zigbee2mqtt.io, "MQTT topics and messages"; shelly-api-docs.shelly.cloud, "Shelly
// Button1".

import type { GatewayProfile } from './gateway-profile.ts';

export const gatewayProfiles = {
  zigbee2mqtt: {
    messages: [
      {
        topic: '{name}',
        press: {
          at: '/action',
          words: {
            single: 'single',
            double: 'double',
            long: 'long',
            hold: 'long',
            on: 'single',
            brightness_move_up: 'long',
          },
        },
        battery: { at: '/battery', of: 100 },
        link: { at: '/linkquality', of: 255 },
        firmware: { at: '/update/installed_version' },
      },
      { topic: '{name}/availability', availability: { at: '/state', present: 'online' } },
    ],
  },
  'shelly-button': {
    messages: [
      {
        topic: '{name}/input_event/0',
        press: { at: '/event', words: { S: 'single', SS: 'double', L: 'long' }, countAt: '/event_cnt' },
      },
      { topic: '{name}/sensor/battery', battery: { at: '', of: 100 } },
      { topic: '{name}/online', availability: { at: '', present: 'true' } },
    ],
  },
} as const satisfies Record<string, GatewayProfile>;

export type GatewayProfileName = keyof typeof gatewayProfiles;
export const gatewayProfileNames = Object.keys(gatewayProfiles) as readonly GatewayProfileName[];

/** Of a known make, or the gateway's own. */
export function profileOf({ profile }: { readonly profile: GatewayProfileName | GatewayProfile }): GatewayProfile {
  return typeof profile === 'string' ? gatewayProfiles[profile] : profile;
}
