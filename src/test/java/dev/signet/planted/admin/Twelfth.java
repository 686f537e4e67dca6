package dev.signet.planted.admin;

class Twelfth {}
