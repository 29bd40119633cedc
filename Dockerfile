# The app as production runs it: built once, installed without the build tools, run by a user who may write nothing.
# `npm run shipped` tries the same steps on a machine without Docker.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev
COPY . .
RUN node scripts/prepare.mjs

FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional

FROM node:20-bookworm-slim
ENV NODE_ENV=production PORT=3978 HOST=0.0.0.0
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/dist ./dist
# what it reads people's words with
COPY --from=build /app/services/understanding ./services/understanding
USER 1000
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3978/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# SIGTERM reaches the app itself: it finishes what it was told and stops within 15 s
STOPSIGNAL SIGTERM
CMD ["node", "--max-old-space-size=192", "--max-semi-space-size=16", "dist/bot/main.js"]
