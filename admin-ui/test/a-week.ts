import type { Statistics } from '@foyer/contracts/statistics.ts';

/** A week of a clinic of two services and three people. */
export function aWeek(given: Partial<Statistics> = {}): Statistics {
  const dates = ['18', '19', '20', '21', '22', '23', '24'].map((day) => `2026-11-${day}`);
  const days = dates.map((date, index) =>
    index === 3 || index === 4
      ? { date, arrived: 0, served: 0, notSeen: 0, noShows: 0 }
      : {
          date,
          arrived: 80 + index * 6,
          served: 74 + index * 5,
          notSeen: 3 + index,
          wait: { median: 14 + index * 2, most: 38 + index * 3 },
          noShows: 4,
        },
  );
  return {
    from: '2026-11-18',
    until: '2026-11-24',
    total: {
      arrived: 484,
      served: 440,
      notSeen: 31,
      wait: { median: 17, most: 44 },
      services: 462,
      service: { median: 9, most: 21 },
    },
    days,
    hours: [8, 9, 10, 11, 12, 13, 14, 15, 16].map((hour) => ({
      hour,
      arrived: 70 - (hour - 8) * 5,
      served: 62 - (hour - 8) * 5,
      notSeen: 3,
      wait: { median: 10 + (hour - 8) * 2, most: 30 + (hour - 8) * 3 },
    })),
    services: [
      {
        id: 's1',
        name: { en: 'Consultation', ar: 'استشارة' },
        arrived: 360,
        served: 330,
        notSeen: 24,
        wait: { median: 19, most: 48 },
        services: 340,
        service: { median: 11, most: 24 },
      },
      {
        id: 's2',
        name: { en: 'Blood test', ar: 'تحليل دم' },
        arrived: 124,
        served: 110,
        notSeen: 7,
        wait: { median: 9, most: 20 },
        services: 122,
        service: { median: 4, most: 8 },
      },
    ],
    classes: [
      { priorityClass: 'emergency', arrived: 2, served: 2, notSeen: 0, wait: { median: 1, most: 2 } },
      { priorityClass: 'booked', arrived: 320, served: 300, notSeen: 12, wait: { median: 15, most: 40 } },
      { priorityClass: 'walk-in', arrived: 162, served: 138, notSeen: 19, wait: { median: 22, most: 55 } },
    ],
    people: [
      { id: 'p1', name: 'Dr Lindqvist', services: 210, service: { median: 11, most: 25 } },
      { id: 'p2', name: '=SUM(A1)', services: 130, service: { median: 10, most: 22 } },
      { services: 122, service: { median: 4, most: 8 } },
    ],
    ...given,
  };
}
