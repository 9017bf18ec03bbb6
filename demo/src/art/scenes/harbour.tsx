/** Draws the port of Genoa at dusk, with its lighthouse: the view that the workshop has, and the sign of the shop. */

/** The lighthouse: two square towers, one on the other, each with its terrace. Stands on (0, 0), 300 units tall. */
export const Lighthouse = ({ tone = "#2b3040" }: { readonly tone?: string }) => (
  <g>
    <path d="M-26-150H26L31 0H-31z" fill={tone} />
    <path d="M6-150H26L31 0H8z" fill="#000" opacity=".22" />
    <path d="M-37-160H37L33-148H-33z" fill={tone} />
    <path d="M-17-262H17L21-160H-21z" fill={tone} />
    <path d="M4-262H17L21-160H5z" fill="#000" opacity=".22" />
    <path d="M-26-272H26L22-260H-22z" fill={tone} />
    <rect x="-10" y="-296" width="20" height="24" fill="#ffe9b5" />
    <path d="M-13-296H13C12-310 6-316 0-318-6-316-12-310-13-296z" fill={tone} />
    <rect x="-1.500" y="-330" width="3" height="14" fill={tone} />
    <rect x="-6" y="-112" width="10" height="16" fill="#ffd98f" opacity=".55" />
    <rect x="-5" y="-222" width="8" height="14" fill="#ffd98f" opacity=".55" />
  </g>
);

const windows = [12, 44, 71, 118, 150, 204, 232, 290, 322, 366, 402];

/** 440 × 560 units of sky, hills and sea from (0, 0). */
export const Harbour = () => (
  <g>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#1f2f52" />
      <stop offset=".38" stop-color="#5a6684" />
      <stop offset=".66" stop-color="#d08f78" />
      <stop offset=".8" stop-color="#f2b684" />
    </linearGradient>
    <linearGradient id="water" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#d39a7c" />
      <stop offset=".3" stop-color="#6d6878" />
      <stop offset="1" stop-color="#26324d" />
    </linearGradient>
    <linearGradient id="beam" x1="0" y1="0" x2="1" y2="0">
      <stop offset="0" stop-color="#fff0c4" stop-opacity=".75" />
      <stop offset="1" stop-color="#fff0c4" stop-opacity="0" />
    </linearGradient>
    <rect width="440" height="420" fill="url(#sky)" />
    <rect y="400" width="440" height="160" fill="url(#water)" />
    <circle cx="64" cy="52" r="2" fill="#fff" opacity=".8" />
    <circle cx="180" cy="30" r="1.500" fill="#fff" opacity=".7" />
    <circle cx="392" cy="74" r="2" fill="#fff" opacity=".8" />
    <path d="M0 372C60 340 120 350 180 366 250 334 330 322 440 350V408H0z" fill="#4a4960" />
    <path d="M0 392C80 376 160 384 240 392 320 380 390 378 440 384V410H0z" fill="#343a52" />
    {windows.map((x, n) => (
      <rect key={x} x={x} y={380 + ((n * 7) % 14)} width="3.500" height="4.500" fill="#ffd98f" opacity=".9" />
    ))}
    <path d="M196 410C214 384 240 372 276 370 314 370 338 384 356 410z" fill="#232838" />
    <g transform="translate(274 374) scale(.92)">
      <path d="M0-284 250-340V-226z" fill="url(#beam)" opacity=".5" />
      <path d="M0-284 250-340V-226z" fill="url(#beam)" opacity=".34" transform="scale(-1 1)" />
      <Lighthouse />
      <circle cy="-284" r="46" fill="url(#glow)" />
    </g>
    <path
      d="M250 424H300M262 440H290M240 458H312M266 480H288M252 504H300"
      stroke="#ffe2a8"
      stroke-width="3"
      opacity=".55"
    />
    <path d="M20 452H90M340 436H420M60 500H150M360 520H430" stroke="#f3c6a4" stroke-width="2.500" opacity=".3" />
    <path d="M74 424C96 432 120 432 142 424L134 438H84z" fill="#1c2233" />
    <path d="M106 424V366L138 418z" fill="#e9d9c2" opacity=".85" />
  </g>
);

const slats = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

/** One leaf of a Genoese shutter, 130 × 560 units from (0, 0). */
export const Shutter = ({ dark = false }: { readonly dark?: boolean }) => (
  <g>
    <rect width="130" height="560" fill={dark ? "#142521" : "#27493f"} />
    {slats.map((n) => (
      <g key={n}>
        <rect x="16" y={20 + n * 38} width="98" height="28" fill={dark ? "#0f1c19" : "#1a342d"} />
        <rect x="16" y={20 + n * 38} width="98" height="9" fill={dark ? "#1c332d" : "#47705f"} />
      </g>
    ))}
    <rect x="4" width="3" height="560" fill="#000" opacity=".25" />
  </g>
);
