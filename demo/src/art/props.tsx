/** Draws the quiet things beside the lamps: lemons, books, a cup, a twig, a chair. Each stands on (0, 0). */

export const Lemon = ({ x, y, turn = 0 }: { readonly x: number; readonly y: number; readonly turn?: number }) => (
  <g transform={`translate(${x} ${y}) rotate(${turn})`}>
    <path
      d="M-44 0C-40-24-18-32 4-31 26-30 38-16 46-4 50 2 44 10 38 12 26 28-2 32-20 26-36 20-46 12-44 0z"
      fill="#d9a521"
    />
    <path d="M-34-6C-28-20-12-26 6-25 18-24 26-18 30-12 16-18-14-18-34-6z" fill="#fbe07a" opacity=".8" />
    <path d="M-20 26C-2 32 26 28 38 12 30 14 8 22-20 26z" fill="#7d5410" opacity=".5" />
  </g>
);

export const Lemons = () => (
  <g>
    <Lemon x={-44} y={-62} turn={-12} />
    <Lemon x={40} y={-60} turn={16} />
    <Lemon x={-2} y={-80} turn={4} />
    <path d="M-118-58C-112-16-60 0 0 0S112-16 118-58C80-44-80-44-118-58z" fill="url(#stone)" />
    <path d="M-118-58C-80-44 80-44 118-58" fill="none" stroke="#9aa7b0" stroke-width="4" opacity=".7" />
  </g>
);

export const Books = () => (
  <g>
    <rect x="-104" y="-30" width="208" height="30" rx="3" fill="#6e2f27" />
    <rect x="-104" y="-30" width="208" height="7" rx="3" fill="#b0604c" />
    <rect x="-92" y="-56" width="180" height="26" rx="3" fill="#c7a262" />
    <rect x="-92" y="-56" width="180" height="6" rx="3" fill="#efd6a2" />
    <rect x="-80" y="-78" width="172" height="22" rx="3" fill="#29483f" />
    <rect x="-80" y="-78" width="172" height="5" rx="3" fill="#5c8474" />
    <path d="M-72-18H-30M-60-43H-34M-50-67H-24" stroke="#f5e6c4" stroke-width="3" opacity=".55" />
  </g>
);

export const Cup = () => (
  <g>
    <ellipse cy="-4" rx="74" ry="9" fill="#d8cdbb" />
    <ellipse cy="-7" rx="64" ry="6" fill="#8d8272" />
    <path d="M42-54C70-58 72-22 36-24" fill="none" stroke="#cfc3af" stroke-width="8" />
    <path d="M-46-64H46C46-24 30-6 0-6S-46-24-46-64z" fill="#e9dfcf" />
    <path d="M-46-64H46C46-24 30-6 0-6S-46-24-46-64z" fill="url(#edges)" opacity=".8" />
    <ellipse cy="-64" rx="46" ry="7" fill="#3a2114" />
    <ellipse cy="-64" rx="46" ry="7" fill="none" stroke="#fff7e6" stroke-width="3" />
  </g>
);

const leaves: readonly (readonly [x: number, y: number, turn: number])[] = [
  [-34, -196, -50],
  [-8, -232, -22],
  [-50, -252, -64],
  [14, -282, 18],
  [-34, -306, -38],
  [40, -222, 52],
  [58, -262, 48],
  [6, -344, 6],
];

export const Olive = () => (
  <g>
    <path
      d="M-2-120C-10-190-14-260-2-336M4-130C20-180 34-210 56-250M-4-160C-14-200-30-230-48-244"
      fill="none"
      stroke="#4b4a32"
      stroke-width="4"
    />
    {leaves.map(([x, y, turn]) => (
      <g key={`${x}${y}`} transform={`translate(${x} ${y}) rotate(${turn})`}>
        <path d="M0 26C-15 8-13-22 0-38 13-22 15 8 0 26z" fill="#6f8256" />
        <path d="M0 26C-15 8-13-22 0-38z" fill="#a3b184" opacity=".8" />
      </g>
    ))}
    <path d="M-22-132H22C22-104 54-92 54-46 54-14 36 0 0 0S-54-14-54-46C-54-92-22-104-22-132z" fill="#cdbfa8" />
    <path d="M-22-132H22C22-104 54-92 54-46 54-14 36 0 0 0S-54-14-54-46C-54-92-22-104-22-132z" fill="url(#edges)" />
    <ellipse cy="-132" rx="22" ry="4" fill="#4a3d2c" />
  </g>
);

/** A low armchair seen from the side, facing left; some 420 units wide. */
export const Chair = () => (
  <g>
    <path d="M-170-20l-14 92h14l22-92zM176-20l14 92h-14l-22-92z" fill="#3c2111" />
    <path d="M96-330C150-344 196-320 200-270L196-60C190-24 160-16 120-16H60V-300z" fill="#2d4d44" />
    <path
      d="M96-330C150-344 196-320 200-270L198-180C180-290 140-310 62-300C70-316 80-326 96-330z"
      fill="#6f9a86"
      opacity=".55"
    />
    <path d="M-190-130C-190-156-160-160-130-158H110V-14H-150C-180-14-196-30-194-62z" fill="#24403a" />
    <path
      d="M-186-142C-170-164-140-160-110-160H104C112-150 112-136 104-130H-150C-170-130-182-132-186-142z"
      fill="#5d8876"
    />
    <path d="M-140-130H106" stroke="#132521" stroke-width="5" opacity=".6" />
  </g>
);

export const Plant = () => (
  <g>
    <path
      d="M0-150C-8-260-40-330-92-372M0-150C0-280 10-360 26-424M0-150C20-250 60-310 112-336M0-150C-22-210-70-250-124-262"
      fill="none"
      stroke="#22382b"
      stroke-width="6"
    />
    <path d="M-92-372C-150-380-176-350-180-318-140-318-106-334-92-372z" fill="#3c6650" />
    <path d="M26-424C-12-474 4-520 30-540 58-510 60-464 26-424z" fill="#4c7a60" />
    <path d="M112-336C130-390 174-398 206-386 200-346 166-326 112-336z" fill="#37604b" />
    <path d="M-124-262C-184-250-204-216-204-190-160-190-130-214-124-262z" fill="#2c4f3e" />
    <path d="M2-300C-44-310-64-290-74-262-40-254-10-266 2-300z" fill="#4c7a60" />
    <path d="M30-280C60-318 96-312 114-294 98-264 62-254 30-280z" fill="#2f5543" />
    <path d="M-74-160H74L56 0H-56z" fill="url(#clay)" />
    <rect x="-82" y="-176" width="164" height="30" rx="4" fill="url(#clay)" />
  </g>
);

export const Jug = () => (
  <g>
    <path d="M46-120C92-128 96-50 44-52" fill="none" stroke="#dcd2c0" stroke-width="11" />
    <path d="M-34-164H34C30-134 58-114 58-64 58-22 38 0 0 0S-58-22-58-64C-58-114-30-134-34-164z" fill="#e3d9c8" />
    <path d="M-58-70C-30-56 30-56 58-70V-52C30-38-30-38-58-52z" fill="#3b5f8a" opacity=".75" />
    <path d="M-34-164H34C30-134 58-114 58-64 58-22 38 0 0 0S-58-22-58-64C-58-114-30-134-34-164z" fill="url(#edges)" />
    <ellipse cy="-164" rx="34" ry="6" fill="#4a3d2c" />
  </g>
);
